// A picture made small, and made large again.

import type { Method } from '../../engine/protocol/uses';
import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';

const live = keptSession(({ model }) => model.session.live());

/** More than there are. */
const ALL_STEPS = 1000;

export const uses = {
  shrunk: ({ model }: OfUses, pixels: Uint8Array, factor: number) => model.session.shrunk(pixels, factor),

  restore: ({ model }: OfUses, pixels: Uint8Array, factor: number, classIndex: number, method: Method) =>
    model.session.enlarge(pixels, factor, classIndex, method),

  /** The likeliest z by as many steps as a hand waits for; with its figures. */
  async quickly(of: OfUses, pixels: Uint8Array, factor: number, classIndex: number) {
    const { session } = of.model;
    const { pixels: made } = await live(of, async (hand) => {
      await hand.startEnlarging(session, pixels, factor, classIndex);
      return hand.goOn(ALL_STEPS);
    });
    return session.judged('optimised', made, pixels);
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    enlarge: typeof uses;
  }
}
