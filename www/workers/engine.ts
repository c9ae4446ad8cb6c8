// Opens the build of the crate that suits a run best, and says in words which it is and why.

import type { Build, Times, Wish } from '../protocol';
import { chooseBackend, faster, type Gpu } from './backend';
import type { Loaded } from './build';

/** A build that is ready to train on its device. */
export interface Engine {
  latent: Loaded;
  build: Build;
  words: string;
  /** Why it is not what was asked for. */
  notice: string | undefined;
}

/** What the worker finds around it, and does for an engine. What fails is thrown: the page then asks for the next build down. */
export interface Surroundings {
  gpu: Gpu | undefined;
  /** Only an isolated page may share memory between threads. */
  isolated: boolean;
  cores: number;
  /** What was measured since the page was opened. */
  times: Readonly<Record<string, Times>>;
  load(build: Build): Promise<Loaded>;
  /** Milliseconds a step of a run as it is wished for. */
  time(engine: Engine): Promise<number>;
  remember(key: string, times: Times): Promise<void>;
}

/** More share the work of a step no better. */
export const MOST_THREADS = 8;

export async function openEngine(wish: Wish, around: Surroundings): Promise<Engine> {
  const chosen = await chooseBackend(wish, around.gpu);
  if (chosen.backend === 'cpu') return openCpu(wish, around, chosen.notice);
  if (chosen.backend === 'webgpu') return openGpu(chosen.adapter, around);
  return openFaster(chosen.adapter, wish, around);
}

async function openGpu(adapter: string, { load }: Surroundings): Promise<Engine> {
  return { latent: await load('webgpu'), build: 'webgpu', words: `WebGPU, ${adapter}`, notice: undefined };
}

async function openCpu(wish: Wish, around: Surroundings, notice?: string): Promise<Engine> {
  const { isolated, cores, load } = around;
  // One core is the explorer's.
  const threads = wish.threads ?? (isolated ? Math.min(MOST_THREADS, cores - 1) : 1);
  if (threads > 1 && isolated) {
    const latent = await load('threads');
    await latent.initThreadPool?.(threads);
    return { latent, build: 'threads', words: `CPU, ${threads} threads, SIMD`, notice };
  }
  const alone =
    threads > 1
      ? `Training with ${threads} threads is not possible: this page is not cross-origin isolated, so its threads can ` +
        'share no memory. Training on one instead.'
      : undefined;
  const notices = [notice, alone].filter(Boolean).join(' ');
  return {
    latent: await load('cpu'),
    build: 'cpu',
    words: 'CPU, 1 thread, SIMD',
    notice: notices || undefined,
  };
}

async function openFaster(adapter: string, wish: Wish, around: Surroundings): Promise<Engine> {
  const { model, train } = wish.config;
  const key = [adapter, wish.threads, model.latentSize, model.hiddenSizes, train.batchSize].join(' ');
  const because = (engine: Engine, why: string) => ({ ...engine, words: `${engine.words} (${why})` });

  const known = around.times[key];
  if (known) {
    const { backend, why } = faster(known);
    return because(await (backend === 'cpu' ? openCpu(wish, around) : openGpu(adapter, around)), why);
  }
  const engines = { cpu: await openCpu(wish, around), webgpu: await openGpu(adapter, around) };
  const times = { cpu: await around.time(engines.cpu), webgpu: await around.time(engines.webgpu) };
  await around.remember(key, times);
  const { backend, why } = faster(times);
  return because(engines[backend], why);
}
