// Rust's wasm target: by rustup, else from Debian's packages.

import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.mjs';
import { cache } from './paths.mjs';
import { outputOf, run, SetupError, searchPath, which } from './run.mjs';
import { step } from './step.mjs';

const target = 'wasm32-unknown-unknown';
const debianPackages = ['rustc-web', 'cargo-web', 'rust-web-src', 'rust-web-llvm', 'lld-22'];

/**
 * Debian has no library built for wasm: its compiler builds that from its sources. Its cargo and rustc come first on PATH,
 * and only these two: its other programs, an old Node among them, stay behind the person's own.
 */
function debianEnvironment() {
  const bin = join(cache, 'debian-rust');
  mkdirSync(bin, { recursive: true });
  for (const program of ['cargo', 'rustc']) {
    rmSync(join(bin, program), { force: true });
    symlinkSync(join('/usr/bin', program), join(bin, program));
  }
  return {
    PATH: [bin, searchPath].join(delimiter),
    RUSTC: '/usr/bin/rustc',
    RUSTC_BOOTSTRAP: '1',
    CARGO_UNSTABLE_BUILD_STD: 'std,panic_abort',
  };
}

async function rustcHasTarget() {
  const folder = await outputOf('rustc', ['--print', 'target-libdir', '--target', target]);
  return folder !== undefined && existsSync(folder);
}

function debianHasTarget() {
  return existsSync('/usr/share/doc/rustc-web') && existsSync('/usr/share/doc/rust-web-src');
}

async function addWithRustup() {
  if (!which('rustup')) return false;
  try {
    await step('Add the wasm target to Rust', '30 s', () => run('rustup', ['target', 'add', target]));
    return true;
  } catch (error) {
    console.log(`  rustup could not add ${target}: ${error.message}`);
    return false;
  }
}

/**
 * Sees to it that Rust compiles to wasm. Returns what cargo then needs in its environment to do so.
 * @returns {Promise<Record<string, string>>}
 */
export async function ensureWasmTarget() {
  if (!which('cargo')) throw new SetupError('Rust was not found: install it from https://rustup.rs.');
  if (await rustcHasTarget()) return {};
  if (!debianHasTarget()) {
    if (await addWithRustup()) return {};
    const installed = await aptInstall('Install Debian’s Rust for wasm', '2 min', debianPackages);
    if (!installed) {
      throw new SetupError(
        `Rust cannot compile to ${target}: run \`rustup target add ${target}\`, ` +
          `or on Debian \`apt-get install ${debianPackages.join(' ')}\`.`,
      );
    }
  }
  return debianEnvironment();
}

/**
 * The sources of Rust's standard library, which the threaded build compiles.
 * @param {Record<string, string>} env what `ensureWasmTarget` answered
 */
export async function ensureRustSource(env) {
  const root = await outputOf('rustc', ['--print', 'sysroot'], { env });
  if (root && existsSync(join(root, 'lib/rustlib/src/rust/library/std'))) return;
  if (!which('rustup')) {
    throw new SetupError(
      'The sources of Rust’s standard library were not found: install rust-src beside Rust.',
    );
  }
  await step('Add the library sources to Rust', '10 s', () =>
    run('rustup', ['component', 'add', 'rust-src']),
  );
}

/** rustfmt and clippy, which a minimal Rust lacks. */
export async function ensureRustLints() {
  const programs = { rustfmt: 'cargo-fmt', clippy: 'cargo-clippy' };
  for (const [component, program] of Object.entries(programs)) {
    if (await outputOf(program, ['--version'])) continue;
    if (!which('rustup')) {
      throw new SetupError(`${component} was not found: install it beside Rust, then run this again.`);
    }
    await step(`Add ${component} to Rust`, '10 s', () => run('rustup', ['component', 'add', component]));
  }
}
