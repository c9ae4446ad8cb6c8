// How well the model explains the digits of the data set.

import { AT_ONCE, inParts } from '../../engine/explorer/parts';
import type { OfModel } from '../../engine/explorer/questions';
import { joinedFloats } from '../../engine/joined';
import type { Split } from '../../engine/protocol';

export const explorer = {
  /** The ELBO of the first `count` digits of a split, at z = mu, in nats. */
  async elbos({ session, model }: OfModel, split: Split, count: number) {
    const images = await session.data.get(split);
    const work = (start: number, size: number) => model.session.elbos(images, start, size);
    return session.turns.take(async () =>
      joinedFloats(await inParts(Math.min(count, images.length), AT_ONCE, work)),
    );
  },
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    score: typeof explorer;
  }
}
