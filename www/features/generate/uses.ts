// New images: posteriors to draw from, points drawn, what is decoded there, and the training images nearest to that.

import { macrotask } from '../../engine/macrotask';
import type { Posteriors, Source } from '../../engine/protocol/uses';
import type { OfUses } from '../../engine/uses/questions';

/** Training images that others are compared with at once. */
const AT_ONCE = 1000;

export const uses = {
  /** Of some of the first `all` training images. */
  async posteriors({ model, session }: OfUses, all: number, start: number, count: number) {
    return model.session.posteriorsOf(await session.data.first('train', all), start, count);
  },

  posterior: ({ model }: OfUses, pixels: Uint8Array, classIndex: number) =>
    model.session.posteriorOf(pixels, classIndex),

  async sheet(
    { model }: OfUses,
    source: Source,
    { mu, logVar, labels }: Posteriors,
    count: number,
    temperature: number,
    seed: number,
    classIndex: number,
  ) {
    const z = model.session.sheetOf(source, mu, logVar, labels, count, temperature, seed);
    const images = await model.session.decodeSheet(z.slice(), classIndex);
    return { z, images };
  },

  /** The nearest of the first `all` training images, by pixels. */
  async nearest({ session }: OfUses, images: Uint8Array, size: number, all: number) {
    const data = await session.data.first('train', all);
    const nearest = new session.build.NearestImages(images, size);
    try {
      for (let start = 0; start < data.length; start += AT_ONCE) {
        nearest.add(data, start, AT_ONCE);
        await macrotask();
      }
      const { indices, distances } = nearest.found();
      const found = new Uint8Array(indices.length * size);
      indices.forEach((index, place) => {
        found.set(data.pixels(index), place * size);
      });
      return { images: found, distances, among: data.length };
    } finally {
      nearest.free();
    }
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    generate: typeof uses;
  }
}
