// The splits of the data set.

import type { Latent } from '../build';
import { hasItems } from '../data/spec';
import { fetchSamples, fetchTexts } from '../files';
import { Kept } from '../kept';
import type { Images, Sample, Split } from '../protocol';
import { fetchFirstSamples } from './first-samples';

export class Splits {
  private readonly known = new Kept<Split, Latent.Dataset>();
  private readonly lines = new Kept<Split, readonly string[]>();
  private readonly starts = new Kept<string, Latent.Dataset>();

  constructor(
    private readonly latent: Pick<typeof Latent, 'Dataset'>,
    private readonly images: Images,
  ) {}

  /** What the data is. */
  get spec() {
    return this.images.data.data;
  }

  /** Fetched and read at the first time. */
  get(split: Split): Promise<Latent.Dataset> {
    return this.known.get(split, () => fetchSamples(this.latent, this.images, split));
  }

  /** The first samples, alone where they are no rows, at the first time. */
  first(split: Split, count: number): Promise<Latent.Dataset> {
    // Rows of items have no length in common by which the first could be told: they are few bytes.
    if (hasItems(this.spec)) return this.get(split);
    return this.starts.get(`${split} ${count}`, () =>
      fetchFirstSamples(this.latent, this.images, split, count),
    );
  }

  /** Of bags of words the texts themselves. */
  texts(split: Split): Promise<readonly string[]> {
    return this.lines.get(split, () => fetchTexts(this.images, split));
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
