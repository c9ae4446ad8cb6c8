// A picture made small, and made large again.

import type { Method } from '../../engine/protocol/uses';
import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';

const live = keptSession(({ model }) => model.session.live());

export const uses = {
  /** What is quick, in one answer: the hand waits for it. The way to the likeliest z begins with so many steps. */
  async begin(of: OfUses, pixels: Uint8Array, factor: number, classIndex: number, steps: number) {
    const { session } = of.model;
    const small = session.shrunk(pixels, factor);
    const bicubic = session.enlarge(pixels, factor, classIndex, 'bicubic');
    await live(of, (hand) => hand.startEnlarging(session, pixels, factor, classIndex));
    return { small, bicubic, ...(await uses.goOn(of, pixels, steps)) };
  },

  restore: ({ model }: OfUses, pixels: Uint8Array, factor: number, classIndex: number, method: Method) =>
    model.session.enlarge(pixels, factor, classIndex, method),

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
