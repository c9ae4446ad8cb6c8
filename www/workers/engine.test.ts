import { describe, expect, it, vi } from 'vitest';
import type { BackendChoice, Build, Times } from '../protocol';
import { PLAIN } from '../settings';
import { type Engine, openEngine, type Surroundings } from './engine';

const info = { vendor: 'acme', architecture: 'volta', description: '' };
const gpu = { requestAdapter: async () => ({ features: new Set(['timestamp-query']), info }) };
const config = {
  model: { ...PLAIN.model, hiddenSizes: [400] },
  train: PLAIN.train,
};
const wish = (choice: BackendChoice, threads?: number) => ({ choice, threads, config });

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
    const engine = await openEngine(wish('cpu', asked), surroundings);
    const words = `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}, SIMD`;
    expect(engine).toMatchObject({ build: threads === 1 ? 'cpu' : 'threads', words, notice: undefined });
    expect(load.mock.calls).toEqual([[threads === 1 ? 'cpu' : 'threads']]);
    expect(initThreadPool.mock.calls).toEqual(threads === 1 ? [] : [[threads]]);
  });

  it('takes one thread in a page that is not isolated, without a word', async () => {
    const { surroundings } = around({ isolated: false });
    const engine = await openEngine(wish('automatic'), surroundings);
    expect(engine).toMatchObject({ build: 'cpu', notice: undefined });
  });

  it('says why threads that were asked for cannot be had', async () => {
    const { surroundings } = around({ isolated: false });
    const engine = await openEngine(wish('cpu', 4), surroundings);
    expect(engine.build).toBe('cpu');
    expect(engine.notice).toContain('Training with 4 threads is not possible: this page is not cross-origin');
  });

  it('says all that was asked for and cannot be had', async () => {
    const { surroundings } = around({ isolated: false });
    const { notice } = await openEngine(wish('webgpu', 4), surroundings);
    expect(notice).toMatch(/WebGPU is not offered.*4 threads is not possible/);
  });
});

describe('on the GPU', () => {
  it('loads the WebGPU build alone when it is asked for', async () => {
    const { surroundings, load, time } = around({ gpu });
    const engine = await openEngine(wish('webgpu'), surroundings);
    expect(engine).toMatchObject({ build: 'webgpu', words: 'WebGPU, acme volta', notice: undefined });
    expect(load.mock.calls).toEqual([['webgpu']]);
    expect(time).not.toHaveBeenCalled();
  });
});

describe('on the faster one', () => {
  it('measures both, and says so', async () => {
    const { surroundings, load } = around({ gpu });
    const engine = await openEngine(wish('automatic'), surroundings);
    expect(engine.build).toBe('webgpu');
    expect(engine.words).toBe('WebGPU, acme volta (faster here than the CPU: 3 ms against 9 ms a step)');
    expect(load.mock.calls).toEqual([['threads'], ['webgpu']]);
  });

  it('may be the CPU', async () => {
    const { surroundings } = around({ gpu, time: async ({ build }) => (build === 'webgpu' ? 9 : 6) });
    const engine = await openEngine(wish('automatic'), surroundings);
    expect(engine.build).toBe('threads');
    expect(engine.words).toBe('CPU, 3 threads, SIMD (faster here than WebGPU: 6 ms against 9 ms a step)');
  });

  it('is measured once for a model, a batch and an adapter, and then loaded alone', async () => {
    const { surroundings, load, time } = around({ gpu });
    await openEngine(wish('automatic'), surroundings);
    load.mockClear();
    const engine = await openEngine(wish('automatic'), surroundings);
    expect(engine.words).toContain('3 ms against 9 ms');
    expect(load.mock.calls).toEqual([['webgpu']]);
    expect(time).toHaveBeenCalledTimes(2);

    const train = { ...config.train, batchSize: 256 };
    await openEngine({ ...wish('automatic'), config: { ...config, train } }, surroundings);
    expect(time).toHaveBeenCalledTimes(4);
  });
});

it('leaves what fails to the page', async () => {
  const { surroundings } = around({ gpu, load: () => Promise.reject(new Error('no build')) });
  await expect(openEngine(wish('webgpu'), surroundings)).rejects.toThrow('no build');
});
