// The two wasm builds of the crate.

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { compressFolder } from './compress.mjs';
import { publicFolder, root } from './paths.mjs';
import { outputOf, run } from './run.mjs';
import { ensureWasmTarget } from './rust.mjs';
import { fingerprint, forget, isMade, once } from './stamp.mjs';
import { step } from './step.mjs';
import { installTools } from './tools.mjs';

/** What tells the builds apart. `usually` is for a cold build, then a warm one, on two cores. */
export const builds = {
  cpu: {
    title: 'Build the crate for the CPU',
    usually: '5 min at first, then 1 min',
    profile: ['--release'],
    cargoOptions: [],
  },
  webgpu: {
    title: 'Build the crate for WebGPU',
    usually: '15 min at first, then 2 min',
    profile: ['--profile', 'webgpu'],
    cargoOptions: ['--no-default-features', '--features', 'webgpu'],
  },
};

const sources = ['crate/src', 'crate/Cargo.toml', 'Cargo.toml', 'Cargo.lock', '.cargo'];
const stampOf = (kind) => `wasm-${kind}`;
const folderOf = (kind) => join(publicFolder, 'wasm', kind);

async function wasmPack(kind, env, { background = false } = {}) {
  const { profile, cargoOptions } = builds[kind];
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
  await run('wasm-pack', args, { env, background });
}

/** What a build is made from, for its stamp. */
async function madeFrom(kind, env) {
  const { profile, cargoOptions } = builds[kind];
  const compiler = await outputOf('rustc', ['--version'], { env });
  const inputs = fingerprint(sources, compiler, profile, cargoOptions, process.env.RUSTFLAGS);
  return { inputs, output: join(folderOf(kind), 'latent_bg.wasm') };
}

/** Builds one kind, unless it was built already from these sources by this compiler. Returns whether it had to. */
export async function buildWasm(kind, options) {
  const { title, usually } = builds[kind];
  const env = await ensureWasmTarget();
  return once(stampOf(kind), await madeFrom(kind, env), () =>
    step(title, usually, async () => {
      await wasmPack(kind, env, options);
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
}
