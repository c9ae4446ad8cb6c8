import { describe, expect, it, vi } from 'vitest';
import type { BackendChoice } from '../protocol';
import type { Build } from './build';
import { openEngine, type Surroundings } from './engine';

const info = { vendor: 'acme', architecture: 'volta', description: '' };
const gpu = { requestAdapter: async () => ({ features: new Set(['timestamp-query']), info }) };

/** Surroundings in which `broken` builds do not load. */
function around(given: Partial<Surroundings> = {}, broken: Build[] = []) {
  const initThreadPool = vi.fn(async (_threads: number) => {});
  const load = vi.fn(async (build: Build) => {
    if (broken.includes(build)) throw new Error(`no ${build}`);
    return { initThreadPool } as never;
  });
  return { surroundings: { gpu: undefined, isolated: true, cores: 4, load, ...given }, load, initThreadPool };
}

const silent = async () => {};
const wish = (choice: BackendChoice, threads?: number) => ({ choice, threads });

describe('on the CPU', () => {
  it.each([
    [2, undefined, 1],
    [4, undefined, 3],
    [64, undefined, 8],
    [2, 2, 2],
    [16, 1, 1],
  ])('with %i cores and %s threads asked for it takes %i', async (cores, asked, threads) => {
    const { surroundings, load, initThreadPool } = around({ cores });
    const engine = await openEngine(wish('cpu', asked), surroundings, silent);
    const words = `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}, SIMD`;
    expect(engine).toMatchObject({ backend: 'cpu', threads, words, notice: undefined });
    expect(load.mock.calls).toEqual([[threads === 1 ? 'cpu' : 'threads']]);
    expect(initThreadPool.mock.calls).toEqual(threads === 1 ? [] : [[threads]]);
  });

  it('takes one thread in a page that is not isolated, without a word', async () => {
    const { surroundings } = around({ isolated: false });
    expect(await openEngine(wish('automatic'), surroundings, silent)).toMatchObject({
      threads: 1,
      notice: undefined,
    });
  });

  it('says why threads that were asked for cannot be had', async () => {
    const { surroundings } = around({ isolated: false });
    const engine = await openEngine(wish('cpu', 4), surroundings, silent);
    expect(engine.threads).toBe(1);
    expect(engine.notice).toContain('Training with 4 threads is not possible (this page is not cross-origin');
  });

  it('takes the plain build where the threaded one does not load', async () => {
    const { surroundings } = around({}, ['threads']);
    const engine = await openEngine(wish('automatic'), surroundings, silent);
    expect(engine).toMatchObject({ threads: 1, words: 'CPU, 1 thread, SIMD' });
    expect(engine.notice).toContain('(no threads). Training on one instead.');
  });

  it('takes the plain build where the pool does not start', async () => {
    const { surroundings, initThreadPool } = around();
    initThreadPool.mockRejectedValue(new Error('out of memory'));
    const engine = await openEngine(wish('cpu'), surroundings, silent);
    expect(engine).toMatchObject({ threads: 1, notice: expect.stringContaining('out of memory') });
  });
});

describe('on the GPU', () => {
  it('loads the WebGPU build, and says so', async () => {
    const { surroundings, load } = around({ gpu });
    const said: string[] = [];
    const engine = await openEngine(wish('automatic'), surroundings, async (words) => {
      said.push(words);
    });
    expect(engine).toMatchObject({ backend: 'webgpu', words: 'WebGPU (acme volta)', notice: undefined });
    expect(load.mock.calls).toEqual([['webgpu']]);
    expect(said).toEqual(['Loading the WebGPU build…']);
  });

  it('gives way to threads where its build does not load', async () => {
    const { surroundings } = around({ gpu }, ['webgpu']);
    const engine = await openEngine(wish('automatic'), surroundings, silent);
    expect(engine).toMatchObject({ backend: 'cpu', threads: 3 });
    expect(engine.notice).toBe(
      'The WebGPU build could not be loaded (no webgpu). Training on the CPU instead.',
    );
  });

  it('gives way to one thread where neither build loads, and says both', async () => {
    const { surroundings } = around({ gpu }, ['webgpu', 'threads']);
    const engine = await openEngine(wish('webgpu'), surroundings, silent);
    expect(engine).toMatchObject({ backend: 'cpu', threads: 1 });
    expect(engine.notice).toMatch(/no webgpu.*no threads/);
  });
});
