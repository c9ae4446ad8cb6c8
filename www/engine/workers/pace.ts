// How much is trained at a time, and how often the page hears of it.

import { macrotask } from '../macrotask';
import { pause } from '../pause';

/** Milliseconds of training at a time and of rest between, and between two tellings of progress and two snapshots. */
const ALONE = { chunk: 40, rest: 0, tell: 100, snapshot: 250 };
/** The same while a person drags: what follows the pointer needs the processor more. */
const GIVING_WAY = { chunk: 8, rest: 48, tell: 500, snapshot: 2500 };

export class Pace {
  now = ALONE;
  /** As many as fit. */
  steps = 1;

  /** Whether someone drags. */
  giveWay(busy: boolean) {
    this.now = busy ? GIVING_WAY : ALONE;
    if (busy) this.steps = 1;
  }

  /** Messages are let in, at least. */
  rest(): Promise<void> {
    return this.now.rest > 0 ? pause(this.now.rest) : macrotask();
  }

  get givesWay() {
    return this.now === GIVING_WAY;
  }

  /** So many steps took so long: it grows twofold at most. */
  fit(steps: number, milliseconds: number) {
    const fitting = Math.round((this.now.chunk * steps) / milliseconds);
    this.steps = Math.max(1, Math.min(2 * steps, fitting));
  }
}
