// The splits of the data set.

import type { Latent } from '../build';
import type { Digit, Split } from '../protocol';

export class Splits {
  private readonly known = new Map<Split, Promise<Latent.Dataset>>();

  constructor(private readonly fetchDigits: (split: Split) => Promise<Latent.Dataset>) {}

  /** Fetched and read at the first time; a failure is forgotten, so that it can be tried again. */
  get(split: Split): Promise<Latent.Dataset> {
    const known = this.known.get(split);
    if (known) return known;
    const digits = this.fetchDigits(split);
    this.known.set(split, digits);
    digits.catch(() => this.known.delete(split));
    return digits;
  }

  /** The digit at an index, or the first from there on, round the end, that is of the class. */
  async digit(split: Split, start: number, ofClass?: number): Promise<Digit> {
    const digits = await this.get(split);
    let index = start;
    if (ofClass !== undefined)
      for (let passed = 0; passed < digits.length && digits.label(index) !== ofClass; passed++)
        index = (index + 1) % digits.length;
    return { split, index, label: digits.label(index), pixels: digits.pixels(index) };
  }
}
