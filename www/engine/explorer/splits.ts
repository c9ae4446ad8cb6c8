// The splits of the data set.

import type { Latent } from '../build';
import type { Sample, Split } from '../protocol';

export class Splits {
  private readonly known = new Map<Split, Promise<Latent.Dataset>>();

  constructor(private readonly fetchSamples: (split: Split) => Promise<Latent.Dataset>) {}

  /** Fetched and read at the first time; a failure is forgotten, so that it can be tried again. */
  get(split: Split): Promise<Latent.Dataset> {
    const known = this.known.get(split);
    if (known) return known;
    const samples = this.fetchSamples(split);
    this.known.set(split, samples);
    samples.catch(() => this.known.delete(split));
    return samples;
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
