// The wasm builds of the crate: four that train, one that reads data, and one that puts a model to use.

import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressFolder } from './compress.mjs';
import { withoutCustomSections } from './custom-sections.mjs';
import { describeModule } from './describe-module.mjs';
import { describeSettings } from './describe-settings.mjs';
import { publicFolder, root } from './paths.mjs';
import { outputOf, run, SetupError } from './run.mjs';
import { ensureRustSource, ensureWasmTarget } from './rust.mjs';
import { fingerprint, forget, isMade, once } from './stamp.mjs';
import { step } from './step.mjs';
import { installTools } from './tools.mjs';

/** Shared memory, and what each thread needs to set its part of it up; in place of .cargo/config.toml's flags. */
const threadFlags = [
  '-C target-feature=+simd128,+atomics,+bulk-memory,+mutable-globals',
  ...['shared-memory', 'max-memory=2147483648', 'import-memory'].map((flag) => `-C link-arg=--${flag}`),
  ...['__wasm_init_tls', '__tls_size', '__tls_align', '__tls_base', '__heap_base'].map(
    (symbol) => `-C link-arg=--export=${symbol}`,
  ),
];

/** The standard library that comes with Rust has no atomics: it is built too, by cargo's unstable option. */
const threaded = (features) => ({
  profile: ['--profile', 'threads'],
  cargoOptions: ['--no-default-features', '--features', features, '-Z', 'build-std=std,panic_abort'],
  environment: { RUSTC_BOOTSTRAP: '1', RUSTFLAGS: threadFlags.join(' ') },
});
const hasThreads = (kind) => kind === 'threads' || kind === 'fused';

/** What tells the builds apart. `usually` is for a cold build, then a warm one, on two cores. */
export const builds = {
  cpu: {
    title: 'Build the crate for the CPU',
    usually: '3 min at first, then 20 s',
    profile: ['--release'],
    cargoOptions: ['--no-default-features', '--features', 'explore'],
    environment: {},
  },
  threads: {
    title: 'Build the crate for CPU threads',
    usually: '4 min at first, then 30 s',
    ...threaded('explore,threads'),
  },
  // The same where the browser has relaxed SIMD, which multiplies and adds at once.
  fused: {
    title: 'Build the crate for CPU threads with fused products',
    usually: '1 min at first, then 30 s',
    ...threaded('explore,threads,relaxed-simd'),
  },
  webgpu: {
    title: 'Build the crate for WebGPU',
    usually: '5 min at first, then 30 s',
    profile: ['--profile', 'webgpu'],
    cargoOptions: ['--no-default-features', '--features', 'webgpu,page'],
    environment: {},
  },
  // The readers of one's own data, without a backend: a module of their own, so that nobody else fetches them.
  import: {
    title: 'Build the crate’s readers of data',
    usually: '1 min at first, then 10 s',
    profile: ['--release'],
    cargoOptions: ['--no-default-features', '--features', 'import'],
    environment: {},
  },
  // What a model is good for: whoever puts one to use fetches it.
  uses: {
    title: 'Build the crate’s uses of a model',
    usually: '2 min at first, then 30 s',
    profile: ['--release'],
    cargoOptions: ['--no-default-features', '--features', 'uses'],
    environment: {},
  },
};

/** The folder of cargo's builds. */
export const profileOf = ({ profile }) => profile.at(-1).replace('--', '');

const sources = [
  'www/setup/describe-settings.mjs',
  'www/setup/describe-module.mjs',
  'crate/src',
  'crate/Cargo.toml',
  'crate/kernels',
  'Cargo.toml',
  'Cargo.lock',
  '.cargo',
];
/** Takes the place of wasm-bindgen-rayon's file of this name. */
const threadPool = 'www/engine/workers/thread-pool.js';
const replacedByThreadPool = 'workerHelpers.no-bundler.js';

const stampOf = (kind) => `wasm-${kind}`;
const folderOf = (kind) => join(publicFolder, 'wasm', kind);
const moduleOf = (kind) => join(folderOf(kind), 'latent_bg.wasm');

async function wasmPack(kind, env, { background = false } = {}) {
  const { profile, cargoOptions, environment } = builds[kind];
  await installTools();
  // wasm-pack looks for a library of the wasm target, which Debian's Rust builds from source.
  const mode = env.RUSTC ? 'force' : 'no-install';
  const bare = ['--mode', mode, '--no-opt', '--no-pack', '--no-gitignore'];
  const output = ['--target', 'web', '--out-dir', folderOf(kind), '--out-name', 'latent'];
  const args = [
    'build',
    join(root, 'crate'),
    ...bare,
    ...profile,
    ...output,
    '--',
    '--locked',
    ...cargoOptions,
  ];
  await run('wasm-pack', args, { env: { ...env, ...environment }, background });
  if (hasThreads(kind)) placeThreadPool(join(folderOf(kind), 'snippets'));
}

function placeThreadPool(snippets) {
  const files = existsSync(snippets) ? readdirSync(snippets, { recursive: true, encoding: 'utf8' }) : [];
  const replaced = files.find((file) => file.endsWith(replacedByThreadPool));
  if (!replaced) {
    throw new SetupError(
      `Expected ${replacedByThreadPool} of wasm-bindgen-rayon in ${snippets}, but found ${files.join(', ') || 'nothing'}: ` +
        `${threadPool} has to fit the version in Cargo.lock.`,
    );
  }
  copyFileSync(join(root, threadPool), join(snippets, replaced));
}

/** What cargo needs in its environment, with what the build needs installed. */
async function ensureRust(kind) {
  const env = await ensureWasmTarget();
  if (hasThreads(kind)) await ensureRustSource(env);
  return env;
}

/** What a build is made from, for its stamp. */
async function madeFrom(kind, env) {
  const { profile, cargoOptions, environment } = builds[kind];
  const compiler = await outputOf('rustc', ['--version'], { env });
  const files = hasThreads(kind) ? [...sources, threadPool] : sources;
  const flags = environment.RUSTFLAGS ?? process.env.RUSTFLAGS;
  const inputs = fingerprint(files, compiler, profile, cargoOptions, flags);
  return { inputs, output: moduleOf(kind) };
}

/** Builds one kind, unless it was built already from these sources by this compiler. Returns whether it had to. */
export async function buildWasm(kind, options) {
  const { title, usually } = builds[kind];
  const env = await ensureRust(kind);
  return once(stampOf(kind), await madeFrom(kind, env), () =>
    step(title, usually, async () => {
      await wasmPack(kind, env, options);
      const module = withoutCustomSections(readFileSync(moduleOf(kind)));
      writeFileSync(moduleOf(kind), module);
      describeModule(folderOf(kind));
      if (kind === 'cpu') await describeSettings(folderOf(kind));
      await compressFolder(folderOf(kind));
    }),
  );
}

/** A build of other sources is worse than none: the page goes without. */
export async function removeStale(kind) {
  const env = await ensureWasmTarget();
  if (!isMade(stampOf(kind), await madeFrom(kind, env))) {
    rmSync(folderOf(kind), { recursive: true, force: true });
  }
}

/** For daily work: the CPU build alone, without its compressed copies, which would be stale. */
export async function rebuildForDevelopment() {
  forget(stampOf('cpu'));
  for (const file of readdirSync(folderOf('cpu'))) {
    if (/\.(br|gz)$/.test(file)) rmSync(join(folderOf('cpu'), file));
  }
  await wasmPack('cpu', await ensureWasmTarget());
  await describeSettings(folderOf('cpu'));
}
