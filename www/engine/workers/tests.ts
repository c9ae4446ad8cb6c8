// Tells the page of tests. Epochs of few images end faster than a page can draw them, which would leave it no time for a
// person: what comes within one telling is told at once.

import type { Tested, TrainerEvent } from '../protocol';

export class Tests {
  private at = Number.NEGATIVE_INFINITY;
  private untold: Tested[] = [];

  constructor(private readonly say: (event: TrainerEvent) => Promise<void>) {}

  add(test: Tested) {
    this.untold.push(test);
  }

  /** Whether there are some, of which the page is told every so many milliseconds. */
  isDue(every: number) {
    return this.untold.length > 0 && performance.now() - this.at >= every;
  }

  /** Of all that came since; resolves when the page has heard of them. */
  async tell() {
    const { untold } = this;
    if (untold.length === 0) return;
    this.untold = [];
    this.at = performance.now();
    await this.say({ kind: 'tests', tests: untold });
  }
}
