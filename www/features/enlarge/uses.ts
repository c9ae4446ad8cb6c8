// A picture made small, and made large again.

import type { Method } from '../../engine/protocol/uses';
import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';

const live = keptSession(({ model }) => model.session.live());

export const uses = {
  shrunk: ({ model }: OfUses, pixels: Uint8Array, factor: number) => model.session.shrunk(pixels, factor),

  restore: ({ model }: OfUses, pixels: Uint8Array, factor: number, classIndex: number, method: Method) =>
    model.session.enlarge(pixels, factor, classIndex, method),

  /** The way to the likeliest z begins. */
  start: (of: OfUses, pixels: Uint8Array, factor: number, classIndex: number) =>
    live(of, (hand) => hand.startEnlarging(of.model.session, pixels, factor, classIndex)),

  /** So many steps on; with the figures of what is decoded there, and the steps that are left. */
  async goOn(of: OfUses, pixels: Uint8Array, steps: number) {
    const { pixels: made, left } = await live(of, (hand) => hand.goOn(steps));
    return { quick: of.model.session.judged('optimised', made, pixels), left };
  },

  startMean: (of: OfUses) => live(of, (hand) => hand.startMean()),

  /** At the end of all draws the mean of them, with its figures. */
  async goOnToMean(of: OfUses, pixels: Uint8Array, steps: number) {
    const mean = await live(of, (hand) => hand.goOnToMean(steps));
    return mean && of.model.session.judged('posteriorMean', mean, pixels);
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    enlarge: typeof uses;
  }
}
