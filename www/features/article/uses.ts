// What the article asks beside the panels: with a hand of its own, so that none disturbs the other.

import { keptSession } from '../../engine/uses/kept';
import type { OfUses } from '../../engine/uses/questions';

const live = keptSession(({ model }) => model.session.live());

export const uses = {
  repair: (of: OfUses, pixels: Uint8Array, erased: Uint8Array, classIndex: number) =>
    live(of, (hand) => hand.startRepair(of.model.session, pixels, erased, undefined, classIndex)),

  goOn: (of: OfUses, steps: number) => live(of, (hand) => hand.goOn(steps)),
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    article: typeof uses;
  }
}
