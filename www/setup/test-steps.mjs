// The steps of npm test, the cheap ones and the longest chain first: what each runs, what has to be set up before it, which
// of cargo's folders of builds it locks, and whether it has the machine to itself.

import { builds, profileOf } from './wasm.mjs';

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
const release = [profileOf(cpu)];
const site = ['packages', 'data', 'dataSets', 'cpu', 'threads', 'fused', 'webgpu', 'import', 'uses', 'site'];
const playwright = (...projects) => [
  'playwright',
  'test',
  '--config',
  'tests/playwright.config.ts',
  ...projects.map((project) => `--project=${project}`),
];

export const testSteps = [
  { name: 'rust-format', needs: ['lints'], run: ['cargo', 'fmt', '--all', '--check'] },
  { name: 'web-lint', needs: ['packages'], run: ['biome', 'check', '--error-on-warnings'] },
  { name: 'structure', needs: ['structurePackages'], run: ['node', 'tests/structure/check.mjs'] },
  {
    name: 'rust-lint',
    cargo: release,
    needs: ['lints'],
    run: [...clippy, ...kernels, '--release', '--all-targets', '--features', 'cli', ...denyWarnings],
  },
  { name: 'web-types', needs: ['packages', 'cpu', 'import', 'uses'], run: ['tsc', '--build'] },
  {
    name: 'webgpu-lint',
    cargo: [profileOf(webgpu)],
    needs: ['lints', 'target'],
    run: [...clippy, ...webgpu.profile, ...webgpu.cargoOptions, '--lib', ...wasm, ...denyWarnings],
  },
  {
    name: 'wasm-lint',
    cargo: release,
    needs: ['lints', 'target'],
    run: [...clippy, ...cpu.profile, ...cpu.cargoOptions, '--lib', ...wasm, ...denyWarnings],
  },
  {
    name: 'import-lint',
    cargo: release,
    needs: ['lints', 'target'],
    run: [...clippy, ...readers.profile, ...readers.cargoOptions, '--lib', ...wasm, ...denyWarnings],
  },
  {
    name: 'uses-lint',
    cargo: release,
    needs: ['lints', 'target'],
    run: [...clippy, ...uses.profile, ...uses.cargoOptions, '--lib', ...wasm, ...denyWarnings],
  },
  {
    name: 'rust',
    cargo: release,
    needs: ['wholeMnist', 'packages', 'dataSets'],
    run: [...cargoTest, ...kernels, '--features', 'cli'],
  },
  {
    name: 'wasm-webgpu',
    cargo: [profileOf(webgpu)],
    needs: ['packages', 'target', 'tools', 'chromium'],
    run: [...webgpuTest, ...inWasm],
  },
  { name: 'web-unit', needs: ['packages', 'cpu', 'import', 'uses', 'wholeMnist'], run: ['vitest', 'run'] },
  {
    name: 'vulkan',
    cargo: release,
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
  { name: 'firefox', needs: [...site, 'firefox'], run: ['node', 'tests/engines/run.mjs', 'firefox'] },
  {
    name: 'wasm',
    cargo: release,
    needs: ['packages', 'target', 'tools', 'chromium'],
    run: [...cargoTest, ...inWasm, '--test', 'memory'],
  },
  { name: 'crate', cargo: release, needs: ['target'], run: ['node', 'tests/crate/check.mjs'] },
  {
    name: 'python',
    cargo: release,
    needs: ['packages', 'cpu', 'python'],
    run: ['node', 'tests/python/run.mjs'],
  },
  {
    name: 'packages',
    needs: ['packages', 'cpu', 'npmPackages', 'chromium'],
    run: ['playwright', 'test', '--config', 'tests/packages/playwright.config.ts'],
  },
  { name: 'webkit', needs: [...site, 'webkit'], run: ['node', 'tests/engines/run.mjs', 'webkit'] },
  // Alone, for it has three workers; and those that measure time in a run of their own.
  {
    name: 'browser',
    alone: true,
    needs: [...site, 'headless', 'chromium'],
    run: playwright('pages', 'whole'),
  },
  { name: 'browser-measured', alone: true, needs: [...site, 'chromium'], run: playwright('measured') },
];
