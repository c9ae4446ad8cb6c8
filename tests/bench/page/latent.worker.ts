// This project's crate, timed as on its own benchmark's page, and its test loss.

import { expose } from 'comlink';
import type { Latent } from '../../../www/engine/build';
import { fetchSamples } from '../../../www/engine/files';
import type { Backend, Site } from '../../../www/engine/protocol';
import { BenchTrainer } from '../../../www/engine/workers/bench-trainer';

export class LatentTrainer extends BenchTrainer {
  private test: Latent.Dataset | undefined;

  override async open(site: Site, backend: Backend, threads: number) {
    const opened = await super.open(site, backend, threads);
    this.test = await fetchSamples(this.opened.latent, site, 't10k');
    return opened;
  }

  /** -ELBO over all test digits. */
  async evaluate() {
    if (!this.test) throw new Error('Expected open() before evaluate().');
    const started = performance.now();
    const { elbo } = await this.begun.evaluate(this.test, this.test.length);
    return { milliseconds: performance.now() - started, loss: -elbo };
  }
}

expose(new LatentTrainer());
