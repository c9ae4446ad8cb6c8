// Opens the best build of the crate that works here, and says in words which it is and why.

import type { Backend, BackendChoice } from '../protocol';
import { reasonOf } from '../reason';
import { chooseBackend, type Gpu } from './backend';
import type { Build, Loaded } from './build';

/** A build that is ready to train on its device. */
export interface Engine {
  latent: Loaded;
  backend: Backend;
  threads: number;
  words: string;
  /** Why it is not what was asked for. */
  notice: string | undefined;
}

/** What the worker finds around it. */
export interface Surroundings {
  gpu: Gpu | undefined;
  /** Only an isolated page may share memory between threads. */
  isolated: boolean;
  cores: number;
  load(build: Build): Promise<Loaded>;
}

interface Wish {
  choice: BackendChoice;
  threads: number | undefined;
}

/** More share the work of a step no better. */
const MOST_THREADS = 8;

export async function openEngine(
  { choice, threads }: Wish,
  around: Surroundings,
  say: (words: string) => Promise<void>,
): Promise<Engine> {
  const chosen = await chooseBackend(choice, around.gpu);
  if (chosen.backend === 'cpu') return openCpu(threads, around, chosen.notice);
  await say('Loading the WebGPU build…');
  try {
    const latent = await around.load('webgpu');
    return { latent, backend: 'webgpu', threads: 1, words: chosen.words, notice: undefined };
  } catch (error) {
    const notice = `The WebGPU build could not be loaded (${reasonOf(error)}). Training on the CPU instead.`;
    return openCpu(threads, around, notice);
  }
}

async function openCpu(asked: number | undefined, around: Surroundings, notice?: string): Promise<Engine> {
  const { isolated, cores, load } = around;
  // One core is the explorer's.
  const threads = asked ?? (isolated ? Math.min(MOST_THREADS, cores - 1) : 1);
  if (threads <= 1) return { latent: await load('cpu'), ...onCpu(1), notice };
  try {
    if (!isolated)
      throw new Error('this page is not cross-origin isolated, so its threads can share no memory');
    const latent = await load('threads');
    await latent.initThreadPool?.(threads);
    return { latent, ...onCpu(threads), notice };
  } catch (error) {
    const alone = `Training with ${threads} threads is not possible (${reasonOf(error)}). Training on one instead.`;
    return { latent: await load('cpu'), ...onCpu(1), notice: notice ? `${notice} ${alone}` : alone };
  }
}

function onCpu(threads: number) {
  const words = `CPU, ${threads} ${threads === 1 ? 'thread' : 'threads'}, SIMD`;
  return { backend: 'cpu', threads, words } as const;
}
