// A picture of which a part is erased, a few steps at a time, so that the hand is never kept waiting.

import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';
import { meanOf } from './mean';

const live = keptSession(({ model }) => model.session.live());

export const uses = {
  start: (of: OfUses, pixels: Uint8Array, erased: Uint8Array, classIndex: number, warm?: Float32Array) =>
    live(of, (hand) => hand.startRepair(of.model.session, pixels, erased, warm, classIndex)),

  goOn: (of: OfUses, steps: number) => live(of, (hand) => hand.goOn(steps)),

  startDraws: (of: OfUses, seed: number) => live(of, (hand) => hand.startDraws(seed)),

  /** At their end the pictures, one after the other. */
  goOnDrawing: (of: OfUses, steps: number) => live(of, (hand) => hand.goOnDrawing(steps)),

  /** How near a guess, and the mean training picture, come to what was erased. */
  async figures({ session, model }: OfUses, pixels: Uint8Array, erased: Uint8Array, guess: Uint8Array) {
    const mean = await meanOf(session);
    const near = (guess: Uint8Array) => model.session.erasedFigures(pixels, erased, guess);
    return { model: near(guess), mean: near(mean) };
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    repair: typeof uses;
  }
}
