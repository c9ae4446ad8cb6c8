import { expect, it } from 'vitest';
import { deviceWords, loadingWords, noticesWords } from './starting-words';

it('names what trains, and what a measurement found', () => {
  expect(deviceWords({ backend: 'cpu', threads: 1 })).toBe('CPU, 1 thread, SIMD');
  const adapter = { name: 'SwiftShader', software: true };
  expect(deviceWords({ backend: 'webgpu', adapter })).toBe('WebGPU, SwiftShader, in software');
  const times = { cpu: 6.04, webgpu: 9.4 };
  expect(deviceWords({ backend: 'cpu', threads: 3, times })).toBe(
    'CPU, 3 threads, SIMD (faster here than WebGPU: 6 ms against 9.4 ms a step)',
  );
  expect(
    deviceWords({
      backend: 'webgpu',
      adapter: { name: '', software: false },
      times: { cpu: 12.3, webgpu: 0.815 },
    }),
  ).toBe('WebGPU, unnamed adapter (faster here than the CPU: 0.81 ms against 12 ms a step)');
});

it('says what a start waits for', () => {
  expect(loadingWords({ what: 'build', build: 'threads', part: 0.346 })).toBe(
    'Loading the threaded CPU build: 35 %',
  );
  expect(loadingWords({ what: 'model', images: 60000 })).toBe('Building the model for 60,000 digits…');
});

it('says all that was asked for and cannot be had', () => {
  const words = noticesWords([
    { kind: 'no WebGPU', missing: 'not offered' },
    { kind: 'no threads', threads: 4 },
  ]);
  expect(words).toMatch(
    /not offered by this browser\. Training on the CPU instead\. Training with 4 threads/,
  );
});

it('says what trains in the place of what failed', () => {
  const why = { kind: 'gpuLost', message: 'gone' } as const;
  expect(noticesWords([{ kind: 'fallback', build: 'webgpu', why, step: 1200 }])).toBe(
    'WebGPU stopped: The GPU device was lost. gone. Training goes on on the CPU from step 1,200.',
  );
  expect(
    noticesWords([{ kind: 'fallback', build: 'threads', why: { kind: 'other', message: 'no' }, step: 0 }]),
  ).toBe('The threads could not be used: no. Training on one thread instead.');
});
