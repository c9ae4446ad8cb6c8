// Makes the runs beside it anew: ten steps of the command line's on the tiny data, and ten more.
//
//   cargo build --release --features cli && node tests/browser/command-line/make.mjs target/release/latent

import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const [latent = 'latent'] = process.argv.slice(2);
const { module } = await runnerImport('./tests/browser/tiny-data.ts');

const folder = mkdtempSync(join(tmpdir(), 'tiny-data-'));
for (const [name, body] of Object.entries(module.tinyFiles())) writeFileSync(join(folder, name), body);
const run = join(folder, 'run.safetensors');
const settings = ['--hidden-sizes', '2', '--seed', '3', '--checkpoint', run, '--out', join(folder, 'model')];
for (const [epochs, name] of ['ten-steps', 'twenty-steps'].entries()) {
  execFileSync(latent, ['train', '--data', folder, '--epochs', `${epochs + 1}`, ...settings], {
    stdio: 'inherit',
  });
  copyFileSync(run, new URL(`${name}.safetensors`, import.meta.url));
}
rmSync(folder, { recursive: true });
