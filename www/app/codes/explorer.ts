// Where the model puts the digits of the data set.

import { AT_ONCE, inParts, joinedCodes } from '../../engine/explorer/parts';
import type { OfModel } from '../../engine/explorer/questions';
import type { Split } from '../../engine/protocol';

export const explorer = {
  /** The posteriors of the first `count` digits of a split, which is fetched at the first time. */
  async first({ session, model }: OfModel, split: Split, count: number) {
    const images = await session.data.get(split);
    const work = (start: number, size: number) => model.session.codes(images, start, size);
    return session.turns.take(async () =>
      joinedCodes(await inParts(Math.min(count, images.length), AT_ONCE, work)),
    );
  },

  /** What a split of texts says, as stored: one text after the other. */
  async texts({ session }: OfModel, split: Split): Promise<readonly Uint8Array[]> {
    const texts = await session.data.get(split);
    return Array.from({ length: texts.length }, (_, index) => texts.pixels(index));
  },
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    codes: typeof explorer;
  }
}
