// Cargo builds anew what is newer than its last build, which in a fresh checkout is every source of the crate. One that is,
// byte for byte, what was there when the last build ended gets back the time that it had then.

import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './paths.mjs';
import { sha256 } from './sums.mjs';

/** Where cargo builds, and the checkout that it builds there. */
const here = { target: resolve(root, process.env.CARGO_TARGET_DIR || 'target'), checkout: root };

/** One record for each checkout: cargo tells them apart by their paths too. */
const recordOf = ({ target, checkout }) => join(target, `sources-${sha256(checkout).slice(0, 16)}.json`);

/** Clippy looks at the workspace's Cargo.toml as at a source. */
function sourcesOf({ checkout }) {
  const entries = readdirSync(join(checkout, 'crate'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return [join(checkout, 'Cargo.toml'), ...files];
}

const hashOf = (file) => sha256(readFileSync(file));

/** Notes what the builds up to now were made from. */
export function rememberSources(of = here) {
  if (!existsSync(of.target)) return;
  const files = sourcesOf(of).map((file) => [file, [hashOf(file), statSync(file).mtimeMs]]);
  writeFileSync(recordOf(of), JSON.stringify(Object.fromEntries(files)));
}

/** Gives unchanged sources their time back, unless something was built since it was noted. */
export function recallSources(of = here) {
  const record = recordOf(of);
  if (!existsSync(record) || lastBuild(of.target) > statSync(record).mtimeMs) return;
  const known = JSON.parse(readFileSync(record, 'utf8'));
  for (const file of sourcesOf(of)) {
    const [hash, time] = known[file] ?? [];
    if (hash === hashOf(file)) utimesSync(file, time / 1000, time / 1000);
  }
}

/** When cargo last began to compile something of ours, in milliseconds. */
function lastBuild(target) {
  const begun = readdirSync(target, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[\\/]\.fingerprint[\\/]latent-[^\\/]+[\\/]invoked\.timestamp$/.test(path),
  );
  return Math.max(0, ...begun.map((path) => statSync(join(target, path)).mtimeMs));
}
