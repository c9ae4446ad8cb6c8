// A picture made small, and made large again.

import type { Method } from '../../engine/protocol/uses';
import type { OfUses } from '../../engine/uses/questions';

type Live = ReturnType<OfUses['model']['session']['live']>;

/** The one that goes on in steps, of the model that it began with. */
let kept: { version: number; live: Live } | undefined;

function liveOf(model: OfUses['model']): Live {
  if (kept?.version !== model.version) {
    kept?.live.free();
    kept = { version: model.version, live: model.session.live() };
  }
  return kept.live;
}

/** More than there are. */
const ALL_STEPS = 1000;

export const uses = {
  shrunk: ({ model }: OfUses, pixels: Uint8Array, factor: number) => model.session.shrunk(pixels, factor),

  restore: ({ model }: OfUses, pixels: Uint8Array, factor: number, classIndex: number, method: Method) =>
    model.session.enlarge(pixels, factor, classIndex, method),

  /** The likeliest z by as many steps as a hand waits for; with its figures. */
  async quickly({ model }: OfUses, pixels: Uint8Array, factor: number, classIndex: number) {
    const live = liveOf(model);
    await live.startEnlarging(model.session, pixels, factor, classIndex);
    const { pixels: made } = await live.goOn(ALL_STEPS);
    return model.session.judged('optimised', made, pixels);
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    enlarge: typeof uses;
  }
}
