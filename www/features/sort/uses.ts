// The class of a picture by the codes of training images, groups of test images, and what few labels are worth.

import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';

/** Training images whose codes are known. */
const TRAINING = 5000;
/** Test images by which is counted what labels are worth. */
const TESTS = 1000;

const kept = keptSession(({ session, model }) => new session.build.SortSession(model.weights, TESTS));
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
  async few(of: OfUses, labels: number, seed: number) {
    const [known, asked] = [await train(of), await test(of)];
    return kept(of, (session) => session.few(known, asked, labels, seed));
  },

  /** Where the first training images are on a map, and of which class. */
  async places(of: OfUses, count: number) {
    const images = await train(of);
    const places = await kept(of, (session) => session.places(count));
    return { places, labels: Uint8Array.from({ length: places.length / 2 }, (_, at) => images.label(at)) };
  },

  /** What training images look like. */
  async pictures(of: OfUses, chosen: readonly number[]) {
    const images = await train(of);
    return chosen.map((index) => images.pixels(index));
  },

  /** Goes on to find the principal components beside which codes are held; says whether they are found. */
  async compare(of: OfUses) {
    const [known, asked] = [await train(of), await test(of)];
    return kept(of, (session) => session.compare(known, asked));
  },

  /** By the labels of these training images. */
  async byHand(of: OfUses, chosen: readonly number[]) {
    const [known, asked] = [await train(of), await test(of)];
    return kept(of, (session) => session.by_hand(known, asked, Uint32Array.from(chosen)));
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    sort: typeof uses;
  }
}
