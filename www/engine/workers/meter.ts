// Means over the steps since the last reading, and how fast they were.

import type { Terms } from '../protocol';

/** Weight of what the rate was before: it should not flicker. */
const INERTIA = 0.9;

export class Meter {
  private since = performance.now();
  private steps = 0;
  private sums = { reconstruction: 0, kl: 0, elbo: 0 };
  private rate = 0;

  /** Forgets what was not read: the clock starts now. */
  restart() {
    this.since = performance.now();
    this.steps = 0;
    this.sums = { reconstruction: 0, kl: 0, elbo: 0 };
  }

  /** The mean terms of `steps` steps. */
  add(terms: Terms, steps: number) {
    this.steps += steps;
    this.sums.reconstruction += terms.reconstruction * steps;
    this.sums.kl += terms.kl * steps;
    this.sums.elbo += terms.elbo * steps;
  }

  get milliseconds() {
    return performance.now() - this.since;
  }

  /** What was gathered, if there was a step. */
  read(batchSize: number): { terms: Terms; imagesPerSecond: number } | undefined {
    const { steps, sums } = this;
    if (steps === 0) return undefined;
    const rate = (steps * batchSize * 1000) / this.milliseconds;
    this.rate = this.rate === 0 ? rate : INERTIA * this.rate + (1 - INERTIA) * rate;
    const terms = {
      reconstruction: sums.reconstruction / steps,
      kl: sums.kl / steps,
      elbo: sums.elbo / steps,
    };
    this.restart();
    return { terms, imagesPerSecond: this.rate };
  }
}
