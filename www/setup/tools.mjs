// wasm-pack and the wasm-bindgen that Cargo.lock asks for, in a folder of the project's own.

import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, tools } from './paths.mjs';
import { outputOf, run, SetupError } from './run.mjs';
import { step } from './step.mjs';

const wasmPackVersion = '0.15.1';
const downloadTimeout = 60_000;

const platforms = {
  'linux-x64': 'x86_64-unknown-linux-musl',
  'linux-arm64': 'aarch64-unknown-linux-musl',
  'darwin-x64': 'x86_64-apple-darwin',
  'darwin-arm64': 'aarch64-apple-darwin',
};

function lockedVersion(crate) {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  const version = lock.match(new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`))?.[1];
  if (!version) throw new SetupError(`Cargo.lock names no version of ${crate}: restore it with git.`);
  return version;
}

function wanted() {
  const bindgen = lockedVersion('wasm-bindgen');
  const platform = platforms[`${process.platform}-${process.arch}`];
  return [
    {
      crate: 'wasm-bindgen-cli',
      version: bindgen,
      programs: ['wasm-bindgen', 'wasm-bindgen-test-runner'],
      archive: `wasm-bindgen-${bindgen}-${platform}`,
      releases: `https://github.com/wasm-bindgen/wasm-bindgen/releases/download/${bindgen}`,
      // Its own lock file does not build.
      cargoOptions: [],
      minutes: 3,
    },
    {
      crate: 'wasm-pack',
      version: wasmPackVersion,
      programs: ['wasm-pack'],
      archive: `wasm-pack-v${wasmPackVersion}-${platform}`,
      releases: `https://github.com/wasm-bindgen/wasm-pack/releases/download/v${wasmPackVersion}`,
      cargoOptions: ['--locked'],
      minutes: 3,
    },
  ];
}

async function runs({ programs, version }, folder) {
  const printed = await Promise.all(
    programs.map((program) => outputOf(join(folder, program), ['--version'])),
  );
  return printed.every((text) => text?.split(/\s+/).includes(version));
}

/** True when a prebuilt tool was unpacked and runs; false, with the reason printed, where it cannot be had. */
async function download(tool) {
  const folder = mkdtempSync(join(tmpdir(), 'latent-tool-'));
  try {
    const url = `${tool.releases}/${tool.archive}.tar.gz`;
    const response = await fetch(url, { signal: AbortSignal.timeout(downloadTimeout) });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    const archive = join(folder, 'tool.tar.gz');
    writeFileSync(archive, Buffer.from(await response.arrayBuffer()));
    await run('tar', ['-xzf', archive, '-C', folder], { quiet: true });
    const unpacked = join(folder, tool.archive);
    if (!(await runs(tool, unpacked))) throw new Error('what was downloaded does not run here');
    await install(tool, unpacked);
    return true;
  } catch (error) {
    console.log(
      `  no prebuilt ${tool.crate} (${error.cause?.message ?? error.message}): it will be compiled`,
    );
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function install({ programs }, folder) {
  const bin = join(tools, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const program of programs) {
    // Copied beside, then renamed: another file system may lie between, and a running tool is not overwritten.
    await run('cp', [join(folder, program), join(bin, `${program}.new`)], { quiet: true });
    renameSync(join(bin, `${program}.new`), join(bin, program));
  }
}

/** They work for seconds in a build: not optimising them saves more than that. */
const compile = ({ crate, version, cargoOptions }) =>
  run('cargo', ['install', crate, '--version', version, '--root', tools, '--force', ...cargoOptions], {
    env: { CARGO_PROFILE_RELEASE_OPT_LEVEL: '0' },
  });

export async function installTools() {
  for (const tool of wanted()) {
    if (await runs(tool, join(tools, 'bin'))) continue;
    const usually = `seconds where it can be downloaded, else ${tool.minutes} min on two cores`;
    await step(`Install ${tool.crate} ${tool.version}`, usually, async () => {
      if (!(await download(tool))) await compile(tool);
    });
  }
}
