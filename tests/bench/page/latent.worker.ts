// This project's crate, driven as the page drives it.

import { expose } from 'comlink';
import type { RunConfig } from '../../../www/protocol';
import type { Latent, Loaded } from '../../../www/workers/build';
import { fetchSplit } from '../../../www/workers/files';
import type { Trainer } from './trainers';

const threads = crossOriginIsolated ? navigator.hardwareConcurrency : 1;

export class LatentTrainer implements Trainer {
  private session: Latent.TrainingSession | undefined;
  private test: Latent.Digits | undefined;

  async open(run: RunConfig, site: string) {
    const latent = await load(site);
    await latent.initThreadPool?.(threads);
    const [train, test] = await Promise.all([fetchSplit(site, 'train'), fetchSplit(site, 't10k')]);
    this.session = await latent.TrainingSession.create('cpu', run, latent.Digits.parse(...train));
    this.test = latent.Digits.parse(...test);
  }

  async defaultRun(site: string): Promise<RunConfig> {
    return (await load(site)).defaultRun();
  }

  async train(steps: number) {
    const { session } = this.opened;
    const started = performance.now();
    const { terms } = await session.train(steps);
    return { milliseconds: performance.now() - started, loss: -terms.elbo };
  }

  /** -ELBO over all test digits. */
  async evaluate() {
    const { session, test } = this.opened;
    const started = performance.now();
    const { elbo } = await session.evaluate(test, test.length);
    return { milliseconds: performance.now() - started, loss: -elbo };
  }

  threads() {
    return threads;
  }

  private get opened() {
    const { session, test } = this;
    if (!session || !test) throw new Error('Expected open() before any other call.');
    return { session, test };
  }
}

/** The build with threads wherever the browser lets it share memory. */
async function load(site: string): Promise<Loaded> {
  const build = crossOriginIsolated ? 'threads' : 'cpu';
  const latent: Loaded = await import(/* @vite-ignore */ new URL(`wasm/${build}/latent.js`, site).href);
  await latent.default();
  return latent;
}

expose(new LatentTrainer());
