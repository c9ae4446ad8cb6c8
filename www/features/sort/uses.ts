// The class of a picture by the codes of training images, groups of test images, and what few labels are worth.

import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';

/** Training images whose codes are known. */
const TRAINING = 5000;

const kept = keptSession(({ session, model }) => new session.build.SortSession(model.weights));
const train = ({ session }: OfUses) => session.data.first('train', TRAINING);
const test = (of: OfUses) => of.session.data.get('t10k');

export const uses = {
  /** Encodes some training images more. */
  async learn(of: OfUses) {
    const images = await train(of);
    return kept(of, (session) => session.learn(images));
  },

  /** With the nearest training images, one after the other, and their classes. */
  async classOf(of: OfUses, pixels: Uint8Array) {
    const images = await train(of);
    const found = await kept(of, (session) => session.class_of(pixels));
    return {
      ...found,
      images: found.nearest.map((index) => images.pixels(index)),
      labels: found.nearest.map((index) => images.label(index)),
    };
  },

  /** By a conditional model. */
  likeliest: (of: OfUses, pixels: Uint8Array) => kept(of, (session) => session.likeliest(pixels)),

  /** Of the first test images. */
  async groups(of: OfUses, count: number) {
    const images = await test(of);
    return kept(of, (session) => session.groups(images, count));
  },

  /** By so many labels of training images, all that are known by 0. */
  async few(of: OfUses, count: number, labels: number, seed: number) {
    const images = await test(of);
    return kept(of, (session) => session.few(images, count, labels, seed));
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    sort: typeof uses;
  }
}
