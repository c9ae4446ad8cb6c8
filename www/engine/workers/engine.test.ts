import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import type { BackendChoice, Build, Times } from '../protocol';
import { type Engine, openEngine, type Surroundings } from './engine';

const info = { vendor: 'acme', architecture: 'volta', description: '' };
const gpu = { requestAdapter: async () => ({ features: new Set(['timestamp-query']), info }) };
const adapter = { name: 'acme volta', software: false };
const config = {
  model: { ...PLAIN.model, hiddenSizes: [400] },
  train: PLAIN.train,
};
const request = (choice: BackendChoice, threads?: number) => ({ choice, threads, config });

/** Four cores on which the CPU takes 9 ms a step, and a GPU 3. */
function around(given: Partial<Surroundings> = {}) {
  const initThreadPool = vi.fn(async (_threads: number) => {});
  const load = vi.fn(async (_build: Build) => ({ initThreadPool }) as never);
  const time = vi.fn(async ({ build }: Engine) => (build === 'webgpu' ? 3 : 9));
  const remembered: Record<string, Times> = {};
  const surroundings = {
    gpu: undefined,
    isolated: true,
    cores: 4,
    times: remembered,
    load,
    time,
    remember: async (key: string, times: Times) => {
      remembered[key] = times;
    },
    ...given,
  };
  return { surroundings, load, time, initThreadPool };
}

describe('on the CPU', () => {
  it.each([
    [2, undefined, 1],
    [4, undefined, 3],
    [64, undefined, 8],
    [2, 2, 2],
    [16, 1, 1],
  ])('with %i cores and %s threads asked for it takes %i', async (cores, asked, threads) => {
    const { surroundings, load, initThreadPool } = around({ cores });
    const engine = await openEngine(request('cpu', asked), surroundings);
    const device = { backend: 'cpu', threads };
    expect(engine).toMatchObject({ build: threads === 1 ? 'cpu' : 'threads', device, notices: [] });
    expect(load.mock.calls).toEqual([[threads === 1 ? 'cpu' : 'threads']]);
    expect(initThreadPool.mock.calls).toEqual(threads === 1 ? [] : [[threads]]);
  });

  it.each([
    [2, 99, 2],
    [1, 4, 1],
  ])('with %i cores and %i threads asked for it takes %i, with a word', async (cores, asked, threads) => {
    const { surroundings, initThreadPool } = around({ cores });
    const engine = await openEngine(request('cpu', asked), surroundings);
    expect(engine.device).toEqual({ backend: 'cpu', threads });
    expect(engine.notices).toEqual([{ kind: 'fewer threads', asked, threads }]);
    expect(initThreadPool.mock.calls).toEqual(threads === 1 ? [] : [[threads]]);
  });

  it('takes one thread in a page that is not isolated, without a word', async () => {
    const { surroundings } = around({ isolated: false });
    const engine = await openEngine(request('automatic'), surroundings);
    expect(engine).toMatchObject({ build: 'cpu', notices: [] });
  });

  it('says why threads that were asked for cannot be had', async () => {
    const { surroundings } = around({ isolated: false });
    const engine = await openEngine(request('cpu', 4), surroundings);
    expect(engine.build).toBe('cpu');
    expect(engine.notices).toEqual([{ kind: 'no threads', threads: 4 }]);
  });

  it('says all that was asked for and cannot be had', async () => {
    const { surroundings } = around({ isolated: false });
    const { notices } = await openEngine(request('webgpu', 4), surroundings);
    expect(notices).toEqual([
      { kind: 'no WebGPU', missing: 'not offered' },
      { kind: 'no threads', threads: 4 },
    ]);
  });
});

describe('on the GPU', () => {
  it('loads the WebGPU build alone when it is asked for', async () => {
    const { surroundings, load, time } = around({ gpu });
    const engine = await openEngine(request('webgpu'), surroundings);
    expect(engine).toMatchObject({ build: 'webgpu', device: { backend: 'webgpu', adapter }, notices: [] });
    expect(load.mock.calls).toEqual([['webgpu']]);
    expect(time).not.toHaveBeenCalled();
  });
});

describe('on the faster one', () => {
  it('measures both, and says so', async () => {
    const { surroundings, load } = around({ gpu });
    const engine = await openEngine(request('automatic'), surroundings);
    expect(engine.build).toBe('webgpu');
    expect(engine.device).toEqual({ backend: 'webgpu', adapter, times: { cpu: 9, webgpu: 3 } });
    expect(load.mock.calls).toEqual([['threads'], ['webgpu']]);
  });

  it('may be the CPU', async () => {
    const { surroundings } = around({ gpu, time: async ({ build }) => (build === 'webgpu' ? 9 : 6) });
    const engine = await openEngine(request('automatic'), surroundings);
    expect(engine.build).toBe('threads');
    expect(engine.device).toEqual({ backend: 'cpu', threads: 3, times: { cpu: 6, webgpu: 9 } });
  });

  it('is measured once for a model, a batch and an adapter, and then loaded alone', async () => {
    const { surroundings, load, time } = around({ gpu });
    await openEngine(request('automatic'), surroundings);
    load.mockClear();
    const engine = await openEngine(request('automatic'), surroundings);
    expect(engine.device.times).toEqual({ cpu: 9, webgpu: 3 });
    expect(load.mock.calls).toEqual([['webgpu']]);
    expect(time).toHaveBeenCalledTimes(2);

    const train = { ...config.train, batchSize: 256 };
    await openEngine({ ...request('automatic'), config: { ...config, train } }, surroundings);
    expect(time).toHaveBeenCalledTimes(4);
  });
});

it('leaves what fails to the page', async () => {
  const { surroundings } = around({ gpu, load: () => Promise.reject(new Error('no build')) });
  await expect(openEngine(request('webgpu'), surroundings)).rejects.toThrow('no build');
});
