// How unlike the training images a picture is.

import type { Strange } from '../../engine/protocol/uses';
import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';
import { liesOnWhite, onWhite } from './ground';

/** Of the training images the first so many are enough. */
const TRAINING = 2300;

const kept = keptSession(({ session, model }) => new session.build.AnomalySession(model.weights));
const train = ({ session }: OfUses) => session.data.first('train', TRAINING);

export const uses = {
  /** Goes on by some training images. */
  async learn(of: OfUses) {
    const images = await train(of);
    return kept(of, (session) => session.learn(images));
  },

  score: (of: OfUses, pixels: Uint8Array) => kept(of, (session) => session.score(pixels)),

  /** Among the training images so far. */
  places: (of: OfUses, scores: readonly number[]) =>
    kept(of, (session) => session.places(Float64Array.from(scores))),

  /** A picture that is none of the data, on its ground; one upside down is the picture's, or a training image's. */
  async stranger(of: OfUses, strange: Strange, seed: number, picture: Uint8Array | undefined) {
    const images = await train(of);
    const pixels = picture ?? images.pixels(seed % images.length);
    const stranger = await kept(of, (session) => session.stranger(strange, seed, pixels));
    return strange !== 'upsideDown' && liesOnWhite(images) ? onWhite(stranger) : stranger;
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    anomaly: typeof uses;
  }
}
