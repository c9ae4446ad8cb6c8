// What trains in this page: a worker for each system, all with the same methods.

import { type Remote, wrap } from 'comlink';
import type { Trainer } from '../../../www/bench/api';
import { SITE_FILES } from '../../../www/engine/data/spec';
import type { Backend, RunConfig, Site } from '../../../www/engine/protocol';
import type { LatentTrainer } from './latent.worker';

export interface System extends Trainer {
  open(site: Site, backend: Backend, threads: number): Promise<unknown>;
}

/** Which of them, and on what. */
export interface Setting {
  library: 'latent' | 'jax' | 'tensorflow';
  backend: Backend;
  threads: number;
}

export async function siteAt(base: string): Promise<Site> {
  const module = await WebAssembly.compileStreaming(fetch(new URL('wasm/cpu/latent_bg.wasm', base)));
  return { base, module, data: SITE_FILES };
}

export function latentWorker(): Remote<LatentTrainer> {
  return wrap(new Worker(new URL('./latent.worker.ts', import.meta.url), { type: 'module' }));
}

function worker(library: Setting['library']): Remote<System> {
  if (library === 'latent') return latentWorker();
  if (library === 'jax') {
    return wrap(new Worker(new URL('./jax.worker.ts', import.meta.url), { type: 'module' }));
  }
  return wrap(new Worker(new URL('./tensorflow.worker.ts', import.meta.url), { type: 'module' }));
}

export async function openSystem(
  site: Site,
  { library, backend, threads }: Setting,
): Promise<Remote<System>> {
  const system = worker(library);
  await system.open(site, backend, threads);
  return system;
}

/** The systems of this page, for one that takes turns elsewhere. */
export class Systems {
  private readonly opened = new Map<string, Remote<System>>();

  async open(name: string, base: string, setting: Setting) {
    this.opened.set(name, await openSystem(await siteAt(base), setting));
  }

  begin(name: string, run: RunConfig) {
    return this.at(name).begin(run);
  }

  train(name: string, steps: number) {
    return this.at(name).train(steps);
  }

  private at(name: string) {
    const system = this.opened.get(name);
    if (!system) throw new Error(`Expected ${name} to be open in this page.`);
    return system;
  }
}
