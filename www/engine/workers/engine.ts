// Opens the build of the crate that suits a run best.

import type { Loaded } from '../build';
import type { Build, RunRequest, Times } from '../protocol';
import type { Adapter, Device, Missing, Notice } from '../starting';
import { chooseBackend, faster, type Gpu } from './backend';

/** A build that is ready to train on its device. */
export interface Engine {
  latent: Loaded;
  build: Build;
  device: Device;
  /** Why it is not what was asked for. */
  notices: readonly Notice[];
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

export async function openEngine(request: RunRequest, around: Surroundings): Promise<Engine> {
  const chosen = await chooseBackend(request, around.gpu);
  if (chosen.backend === 'cpu') return openCpu(request, around, chosen.missing);
  if (chosen.backend === 'webgpu') return openGpu(chosen.adapter, around);
  return openFaster(chosen.adapter, request, around);
}

async function openGpu(adapter: Adapter, { load }: Surroundings): Promise<Engine> {
  const device: Device = { backend: 'webgpu', adapter };
  return { latent: await load('webgpu'), build: 'webgpu', device, notices: [] };
}

async function openCpu(request: RunRequest, around: Surroundings, missing?: Missing): Promise<Engine> {
  const { isolated, cores, load } = around;
  // One core is the explorer's.
  const asked = request.threads ?? (isolated ? Math.min(MOST_THREADS, cores - 1) : 1);
  // More than there are cores would wait for each other at every step.
  const threads = Math.min(asked, cores);
  const notices: Notice[] = missing ? [{ kind: 'no WebGPU', missing }] : [];
  if (threads < asked && isolated) notices.push({ kind: 'fewer threads', asked, threads });
  if (threads > 1 && isolated) {
    const latent = await load('threads');
    await latent.initThreadPool?.(threads);
    return { latent, build: 'threads', device: { backend: 'cpu', threads }, notices };
  }
  if (asked > 1 && !isolated) notices.push({ kind: 'no threads', threads: asked });
  return { latent: await load('cpu'), build: 'cpu', device: { backend: 'cpu', threads: 1 }, notices };
}

async function openFaster(adapter: Adapter, request: RunRequest, around: Surroundings): Promise<Engine> {
  const { model, train } = request.config;
  const key = [adapter.name, request.threads, model.latentSize, model.hiddenSizes, train.batchSize].join(' ');
  const chosenBy = (times: Times, engine: Engine) => ({ ...engine, device: { ...engine.device, times } });

  const known = around.times[key];
  if (known) {
    const open = faster(known) === 'cpu' ? openCpu(request, around) : openGpu(adapter, around);
    return chosenBy(known, await open);
  }
  const engines = { cpu: await openCpu(request, around), webgpu: await openGpu(adapter, around) };
  const times = { cpu: await around.time(engines.cpu), webgpu: await around.time(engines.webgpu) };
  await around.remember(key, times);
  return chosenBy(times, engines[faster(times)]);
}
