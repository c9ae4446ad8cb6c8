// Noise on a picture, and ways to take it out.

import type { Blemish, Method } from '../../engine/protocol/uses';
import type { OfUses } from '../../engine/uses/questions';

export const uses = {
  /** What a method makes of the picture with the blemish on it; `nothing` shows that. */
  restore: (
    { model }: OfUses,
    pixels: Uint8Array,
    blemish: Blemish,
    seed: number,
    classIndex: number,
    method: Method,
  ) => model.session.denoise(pixels, blemish, seed, classIndex, method),
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    denoise: typeof uses;
  }
}
