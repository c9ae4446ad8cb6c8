// The crate as a library: its example runs, its documentation and its package are made without a warning. The profile and the
// features are those of the steps before, so that little is built.

import { spawnSync } from 'node:child_process';

const crate = ['-p', 'latent-explorer'];
const built = ['--locked', '--release', ...crate];
const wasm = ['--target', 'wasm32-unknown-unknown'];

/** What cargo prints; it ends this check where it fails. */
function cargo(args, env = {}) {
  console.log(`$ cargo ${args.join(' ')}`);
  const { status, stdout, stderr } = spawnSync('cargo', args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) fail(`it ended with ${status}\n${stderr}`);
  return { stdout, stderr };
}

function fail(why) {
  console.error(`  error ${why}`);
  process.exit(1);
}

const { stdout: printed } = cargo(['run', ...built, '--features', 'cli', '--example', 'reconstruct']);
console.log(printed);
if (!/ELBO -1\d\d\.\d$/m.test(printed) || !printed.includes('██'))
  fail('expected a digit, its reconstruction and an ELBO of -100 to -200 nats');

for (const target of [['--features', 'cli'], wasm])
  cargo(['doc', '--no-deps', ...built, ...target], { RUSTDOCFLAGS: '-D warnings' });

// It is built in the project's own profile only: cargo would build its copy, and Burn, without optimisation first.
const { stderr: said } = cargo([
  'package',
  '--offline',
  '--locked',
  '--no-verify',
  '--allow-dirty',
  '--workspace',
]);
if (said.includes('warning')) fail(`expected no warning, got\n${said}`);
