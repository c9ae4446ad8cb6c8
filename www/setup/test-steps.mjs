// The steps of npm test, the cheap ones first: what each runs, and what has to be set up before it.

import { builds } from './wasm.mjs';

const { cpu, webgpu, import: readers, uses } = builds;
const crate = ['-p', 'latent-explorer'];
const kernels = ['-p', 'latent-kernels'];
const wasm = ['--target', 'wasm32-unknown-unknown'];
const denyWarnings = ['--', '-D', 'warnings'];
// Every cargo step builds in release, so that the dependencies' build scripts and macros are shared.
const clippy = ['cargo', 'clippy', '--locked', ...crate];
const cargoTest = ['cargo', 'test', '--locked', '--release', ...crate];
// Those of the core alone: examples and the documentation's are for the machine itself.
const inWasm = [...wasm, '--lib', '--test', 'core'];
// With Burn on the same device: the oracle of the crate's own kernels.
const oracle = ['--features', 'oracle'];
const webgpuTest = [
  'cargo',
  'test',
  '--locked',
  ...crate,
  ...webgpu.profile,
  ...webgpu.cargoOptions,
  ...oracle,
];
const site = ['packages', 'data', 'dataSets', 'cpu', 'threads', 'fused', 'webgpu', 'import', 'uses', 'site'];
const playwright = (project) => [
  'playwright',
  'test',
  '--config',
  'tests/playwright.config.ts',
  `--project=${project}`,
];

export const testSteps = [
  { name: 'rust-format', needs: ['lints'], run: ['cargo', 'fmt', '--all', '--check'] },
  { name: 'web-lint', needs: ['packages'], run: ['biome', 'check', '--error-on-warnings'] },
  { name: 'structure', needs: ['structurePackages'], run: ['node', 'tests/structure/check.mjs'] },
  {
    name: 'rust-lint',
    needs: ['lints'],
    run: [...clippy, ...kernels, '--release', '--all-targets', '--features', 'cli', ...denyWarnings],
  },
  { name: 'web-types', needs: ['packages', 'cpu', 'import', 'uses'], run: ['tsc', '--build'] },
  { name: 'web-unit', needs: ['packages', 'cpu', 'import', 'uses', 'wholeMnist'], run: ['vitest', 'run'] },
  {
    name: 'wasm-lint',
    needs: ['lints', 'target'],
    run: [...clippy, ...cpu.profile, ...cpu.cargoOptions, '--lib', ...wasm, ...denyWarnings],
  },
  {
    name: 'webgpu-lint',
    needs: ['lints', 'target'],
    run: [...clippy, ...webgpu.profile, ...webgpu.cargoOptions, '--lib', ...wasm, ...denyWarnings],
  },
  {
    name: 'import-lint',
    needs: ['lints', 'target'],
    run: [...clippy, ...readers.profile, ...readers.cargoOptions, '--lib', ...wasm, ...denyWarnings],
  },
  {
    name: 'uses-lint',
    needs: ['lints', 'target'],
    run: [...clippy, ...uses.profile, ...uses.cargoOptions, '--lib', ...wasm, ...denyWarnings],
  },
  {
    name: 'rust',
    needs: ['wholeMnist', 'packages', 'dataSets'],
    run: [...cargoTest, ...kernels, '--features', 'cli'],
  },
  {
    name: 'vulkan',
    needs: ['vulkan'],
    // And every two settings together, on such a device, which can be opened once in a process: one test after another.
    run: [
      ...cargoTest,
      '--features',
      'cli,webgpu',
      '--test',
      'cli',
      '--test',
      'core',
      '--',
      '--test-threads=1',
      'vulkan',
      'engines::every',
      'checkpoint::',
    ],
  },
  { name: 'crate', needs: ['target'], run: ['node', 'tests/crate/check.mjs'] },
  { name: 'python', needs: ['packages', 'cpu', 'python'], run: ['node', 'tests/python/run.mjs'] },
  {
    name: 'wasm',
    needs: ['packages', 'target', 'tools', 'chromium'],
    run: [...cargoTest, ...inWasm, '--test', 'memory'],
  },
  {
    name: 'wasm-webgpu',
    needs: ['packages', 'target', 'tools', 'chromium'],
    run: [...webgpuTest, ...inWasm],
  },
  {
    name: 'packages',
    needs: ['packages', 'cpu', 'npmPackages', 'chromium'],
    run: ['playwright', 'test', '--config', 'tests/packages/playwright.config.ts'],
  },
  { name: 'firefox', needs: [...site, 'firefox'], run: ['node', 'tests/engines/run.mjs', 'firefox'] },
  { name: 'webkit', needs: [...site, 'webkit'], run: ['node', 'tests/engines/run.mjs', 'webkit'] },
  // In two runs: tests that measure time have the machine to themselves.
  { name: 'browser', needs: [...site, 'headless'], run: playwright('pages') },
  { name: 'browser-measured', needs: [...site, 'chromium'], run: playwright('measured') },
];
