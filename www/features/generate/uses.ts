// New images: posteriors to draw from, points drawn, what is decoded there, and the training images nearest to that.

import { joinedCodes } from '../../engine/explorer/parts';
import { macrotask } from '../../engine/macrotask';
import type { Codes } from '../../engine/protocol';
import type { Draws, Source } from '../../engine/protocol/uses';
import type { OfUses } from '../../engine/uses/questions';

/** Training images that others are compared with at once. */
const AT_ONCE = 1000;

const NONE: Codes = {
  mu: new Float32Array(),
  logVar: new Float32Array(),
  factor: new Float32Array(),
  labels: new Uint8Array(),
};

/** Of the training images that a model has encoded so far. */
const encoded = new WeakMap<OfUses['model'], Codes>();

export const uses = {
  /** Encodes up to `count` more of the first `all` training images; says how many are encoded, and how many there are. */
  async encode({ model, session }: OfUses, all: number, count: number) {
    const train = await session.data.first('train', all);
    const before = encoded.get(model) ?? NONE;
    const start = before.labels.length;
    if (start < train.length) {
      const more = await model.session.posteriorsOf(train, start, Math.min(count, all - start));
      encoded.set(model, joinedCodes([before, more]));
    }
    return { done: Math.min(start + count, train.length), all: train.length };
  },

  /** From what is encoded by now, or near a picture. */
  async sheet(
    { model }: OfUses,
    source: Source,
    picture: Uint8Array | undefined,
    draws: Draws,
    classIndex: number,
  ) {
    const codes = picture
      ? await model.session.posteriorOf(picture, classIndex)
      : (encoded.get(model) ?? NONE);
    const { mu, logVar, factor, labels } = codes;
    const z = model.session.sheetOf(source, mu, logVar, factor, labels, draws);
    return { z, images: await model.session.decodeSheet(z, classIndex) };
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
