// What trains: one worker for each system, all with the same methods.

import { type Remote, wrap } from 'comlink';
import type { RunConfig } from '../../../www/protocol';
import type { JaxTrainer } from './jax.worker';
import type { LatentTrainer } from './latent.worker';

/** Some steps, and the mean of -ELBO over them, in nats an image. */
export interface Stretch {
  milliseconds: number;
  loss: number;
}

export interface Trainer {
  /** `site` is where `data/` and `wasm/` lie. */
  open(run: RunConfig, site: string): Promise<void>;
  train(steps: number): Promise<Stretch>;
  /** Threads that it trains on. */
  threads(): number;
}

export function openLatent(): Remote<LatentTrainer> {
  return wrap(new Worker(new URL('./latent.worker.ts', import.meta.url), { type: 'module' }));
}

export function openJax(): Remote<JaxTrainer> {
  return wrap(new Worker(new URL('./jax.worker.ts', import.meta.url), { type: 'module' }));
}
