// Hands models on, one at a time.

import type { Snapshot } from '../protocol';

export class Snapshots {
  private at = 0;
  private step = 0;
  private delivery: Promise<void> | undefined;

  constructor(
    private readonly session: { snapshot(): Promise<Uint8Array> },
    private readonly hand: (snapshot: Snapshot) => Promise<void>,
  ) {}

  /** When the page has dealt with the model before. */
  async send(step: number) {
    await this.delivery;
    const weights = await this.session.snapshot();
    this.at = performance.now();
    this.step = step;
    this.delivery = this.hand({ weights, step }).finally(() => {
      this.delivery = undefined;
    });
  }

  /** When the page has dealt with the last one. */
  async delivered() {
    await this.delivery;
  }

  /** Every so many milliseconds, and oftener at the start, where a model changes most: whenever the steps have doubled. */
  isDue(step: number, every: number) {
    return !this.delivery && (step >= 2 * this.step || performance.now() - this.at >= every);
  }
}
