// One device that trains to be timed: nothing is shown, snapshot or tested meanwhile.

import type { BenchApi } from '../../bench/api';
import { type Latent, loadBuild } from '../build';
import { fetchSamples } from '../files';
import { macrotask } from '../macrotask';
import type { Backend, RunConfig, Site } from '../protocol';
import { gpuTrouble } from './gpu-trouble';

interface Device {
  latent: typeof Latent;
  backend: Backend;
  images: Latent.Dataset;
}

export class BenchTrainer implements BenchApi {
  private readonly trouble = gpuTrouble();
  private readonly dispatches = countDispatches();
  private device: Device | undefined;
  private session: Latent.TrainingSession | undefined;

  async open(site: Site, backend: Backend, threads: number) {
    const build = backend === 'webgpu' ? 'webgpu' : threads > 1 ? 'threads' : 'cpu';
    const latent = await loadBuild(build, site);
    if (build === 'threads') await latent.initThreadPool?.(threads);
    const images = await fetchSamples(latent, site, 'train');
    this.device = { latent, backend, images };
    return latent.defaultRun();
  }

  async begin(run: RunConfig) {
    const { latent, backend, images } = this.opened;
    this.session?.free();
    this.session = undefined;
    this.session = await latent.TrainingSession.create(backend, run, images);
  }

  async train(steps: number) {
    const dispatchesBefore = this.dispatches();
    const started = performance.now();
    const training = this.begun.train(steps);
    // A message of our own comes when the steps wait for nothing but the device.
    await macrotask();
    const hostMilliseconds = performance.now() - started;
    const { terms } = await Promise.race([training, this.trouble.then((error) => Promise.reject(error))]);
    return {
      milliseconds: performance.now() - started,
      loss: -terms.elbo,
      hostMilliseconds,
      dispatches: this.dispatches() - dispatchesBefore,
    };
  }

  protected get opened() {
    if (!this.device) throw new Error('Expected open() before any other call.');
    return this.device;
  }

  protected get begun() {
    if (!this.session) throw new Error('Expected begin() before training.');
    return this.session;
  }
}

/** Counts what this worker dispatches from now on. */
function countDispatches(): () => number {
  let count = 0;
  if (typeof GPUComputePassEncoder !== 'undefined') {
    const { prototype } = GPUComputePassEncoder;
    const dispatch = prototype.dispatchWorkgroups;
    prototype.dispatchWorkgroups = function (...sizes) {
      count += 1;
      return dispatch.apply(this, sizes);
    };
  }
  return () => count;
}
