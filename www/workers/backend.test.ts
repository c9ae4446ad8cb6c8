import { describe, expect, it } from 'vitest';
import { chooseBackend, type Gpu, type GpuAdapter } from './backend';

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
  it('takes a real GPU and names it', async () => {
    expect(await chooseBackend('automatic', gpuWith({}))).toEqual({
      backend: 'webgpu',
      words: 'WebGPU (acme volta)',
    });
  });

  it.each([
    ['no WebGPU', undefined],
    ['no adapter', gpuWith(null)],
    ['a software adapter', software],
    ['an adapter without timestamp-query', gpuWith({}, [])],
    ['an adapter that fails', { requestAdapter: () => Promise.reject(new Error('lost')) }],
  ])('takes the CPU where there is %s, without a word', async (_, gpu) => {
    expect(await chooseBackend('automatic', gpu)).toEqual({ backend: 'cpu' });
  });
});

describe('asked for by name', () => {
  it('the CPU is the CPU', async () => {
    expect((await chooseBackend('cpu', gpuWith({}))).backend).toBe('cpu');
  });

  it('WebGPU takes a software adapter too, and says that it is one', async () => {
    expect(await chooseBackend('webgpu', software)).toEqual({
      backend: 'webgpu',
      words: 'WebGPU (SwiftShader, in software)',
    });
  });

  it.each([
    ['is not offered', undefined],
    ['found no graphics adapter', gpuWith(null)],
    ['timestamp-query', gpuWith({}, [])],
  ])('WebGPU that cannot work gives way to the CPU and says why: %s', async (reason, gpu) => {
    const chosen = await chooseBackend('webgpu', gpu);
    expect(chosen).toEqual({ backend: 'cpu', notice: expect.stringContaining(reason) });
  });
});
