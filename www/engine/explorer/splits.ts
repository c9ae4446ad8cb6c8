// The splits of the data set.

import type { Latent } from '../build';
import { Kept } from '../kept';
import type { Sample, Split } from '../protocol';

export class Splits {
  private readonly known = new Kept<Split, Latent.Dataset>();

  constructor(private readonly fetchSamples: (split: Split) => Promise<Latent.Dataset>) {}

  /** Fetched and read at the first time. */
  get(split: Split): Promise<Latent.Dataset> {
    return this.known.get(split, () => this.fetchSamples(split));
  }

  /** The sample at an index, or the first from there on, round the end, that is of the class. */
  async sample(split: Split, start: number, ofClass?: number): Promise<Sample> {
    const samples = await this.get(split);
    let index = start;
    if (ofClass !== undefined)
      for (let passed = 0; passed < samples.length && samples.label(index) !== ofClass; passed++)
        index = (index + 1) % samples.length;
    return { split, index, label: samples.label(index), pixels: samples.pixels(index) };
  }
}
