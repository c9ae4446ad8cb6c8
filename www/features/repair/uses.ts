// A picture of which a part is erased, a few steps at a time, so that the hand is never kept waiting.

import type { OfUses } from '../../engine/uses/questions';
import { meanOf } from './mean';

type Live = ReturnType<OfUses['model']['session']['live']>;

/** The one that is under the hand, of the model that it began with. */
let hand: { version: number; live: Live } | undefined;

function liveOf(model: OfUses['model']): Live {
  if (hand?.version !== model.version) {
    hand?.live.free();
    hand = { version: model.version, live: model.session.live() };
  }
  return hand.live;
}

export const uses = {
  start({ model }: OfUses, pixels: Uint8Array, erased: Uint8Array, classIndex: number, warm?: Float32Array) {
    return liveOf(model).startRepair(model.session, pixels, erased, warm, classIndex);
  },

  goOn: ({ model }: OfUses, steps: number) => liveOf(model).goOn(steps),

  startDraws: ({ model }: OfUses, seed: number) => liveOf(model).startDraws(seed),

  /** At their end the pictures, one after the other. */
  goOnDrawing: ({ model }: OfUses, steps: number) => liveOf(model).goOnDrawing(steps),

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
