// Images to bytes and back, by the model.

import type { Packing } from '../../engine/protocol/uses';
import type { OfUses } from '../../engine/uses/questions';

export const uses = {
  /** The first test images, coded and read back. */
  async pack({ session, model }: OfUses, count: number, packing: Packing) {
    const [test, train] = [await session.data.get('t10k'), await session.data.get('train')];
    return model.session.pack(test, train, count, packing);
  },
};

declare module '../../engine/uses/questions' {
  interface UsesQuestions {
    compress: typeof uses;
  }
}
