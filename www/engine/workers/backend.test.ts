import { describe, expect, it } from 'vitest';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import { SITE_DATA } from '../data/spec';
import type { BackendChoice, RunConfig } from '../protocol';
import { chooseBackend, faster, type Gpu, type GpuAdapter, multiplyAdds } from './backend';

const config = (hiddenSizes = [400], batchSize = 128): RunConfig => ({
  model: { ...PLAIN.model, hiddenSizes },
  train: { ...PLAIN.train, batchSize },
});
const request = (choice: BackendChoice, run = config()) => ({ choice, config: run, threads: undefined });

function gpuWith(adapter: Partial<GpuAdapter['info']> | null, features = ['timestamp-query']): Gpu {
  const info = {
    vendor: 'acme',
    architecture: 'volta',
    description: '',
    isFallbackAdapter: false,
    ...adapter,
  };
  return { requestAdapter: async () => adapter && { features: new Set(features), info } };
}
const software = gpuWith({ description: 'SwiftShader', isFallbackAdapter: true });

describe('automatic', () => {
  it('leaves it to a measurement whether a real GPU trains a small model faster', async () => {
    expect(await chooseBackend(request('automatic'), gpuWith({}))).toEqual({
      backend: 'faster',
      adapter: { name: 'acme volta', software: false },
    });
  });

  it('takes a real GPU for a large model', async () => {
    const large = config([2048, 1024], 1024);
    expect(await chooseBackend(request('automatic', large), gpuWith({}))).toMatchObject({
      backend: 'webgpu',
    });
  });

  it.each([
    ['no WebGPU', undefined],
    ['no adapter', gpuWith(null)],
    ['a software adapter', software],
    ['an adapter without timestamp-query', gpuWith({}, [])],
    ['an adapter that fails', { requestAdapter: () => Promise.reject(new Error('lost')) }],
  ])('takes the CPU where there is %s, without a word', async (_, gpu) => {
    expect(await chooseBackend(request('automatic'), gpu)).toEqual({ backend: 'cpu' });
  });
});

describe('asked for by name', () => {
  it('the CPU is the CPU', async () => {
    expect((await chooseBackend(request('cpu'), gpuWith({}))).backend).toBe('cpu');
  });

  it('WebGPU takes a software adapter too, and says that it is one', async () => {
    expect(await chooseBackend(request('webgpu'), software)).toEqual({
      backend: 'webgpu',
      adapter: { name: 'SwiftShader', software: true },
    });
  });

  it.each([
    ['not offered', undefined],
    ['no adapter', gpuWith(null)],
    ['no timestamp-query', gpuWith({}, [])],
  ])('WebGPU that cannot work gives way to the CPU and says why: %s', async (missing, gpu) => {
    const chosen = await chooseBackend(request('webgpu'), gpu);
    expect(chosen).toEqual({ backend: 'cpu', missing });
  });
});

it.each([
  [6.04, 9.4, 'cpu'],
  [12.3, 0.815, 'webgpu'],
  [7, 7, 'cpu'],
])('a measurement of %d ms on the CPU and %d ms on WebGPU takes the %s', (cpu, webgpu, backend) => {
  expect(faster({ cpu, webgpu })).toBe(backend);
});

it('counts the multiply-adds of a step', () => {
  const encoder = 784 * 400 + 400 * 4;
  const decoder = 2 * 400 + 400 * 784;
  expect(multiplyAdds(config())).toBe(3 * 128 * (encoder + decoder));
});

it('counts those of convolutions, and of every sample', () => {
  const run = config();
  const convolutions = 196 * 16 * 8 + 49 * 16 * 8 * 4;
  const [encoder, decoder] = [196 * 400 + 400 * 4, 2 * 400 + 400 * 196];
  const model = { ...run.model, channels: [8, 4] };
  const sums = convolutions + encoder + 5 * (convolutions + decoder);
  expect(multiplyAdds({ model, train: { ...run.train, samples: 5 } })).toBe(3 * 128 * sums);
});

it('counts those of other data', () => {
  const run = config();
  const data = { ...SITE_DATA, width: 10, height: 4, channels: 3 };
  const [encoder, decoder] = [120 * 400 + 400 * 4, 2 * 400 + 400 * 120];
  expect(multiplyAdds({ ...run, model: { ...run.model, data } })).toBe(3 * 128 * (encoder + decoder));
});
