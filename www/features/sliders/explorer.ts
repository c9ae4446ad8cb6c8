// What each latent dimension changes.

import type { OfModel } from '../../engine/explorer/questions';
import { macrotask } from '../../engine/macrotask';
import type { Raised, Traversals } from '../../engine/protocol';

export const explorer = {
  /** A strip of tiles for each of the dimensions. */
  traversals: ({ session, model }: OfModel, { z, dimensions, extent, count, classIndex }: Traversals) =>
    session.turns.take(async () => {
      const strips: Uint8Array[] = [];
      const point = Float32Array.from(z);
      for (const dimension of dimensions) {
        strips.push(await model.session.traversal(point, dimension, extent, count, classIndex));
        await macrotask();
      }
      return strips;
    }),

  /** The items that rise most towards the ends of each of the dimensions. */
  towards: (
    { session, model }: OfModel,
    { z, dimensions, extent }: Pick<Traversals, 'z' | 'dimensions' | 'extent'>,
    count: number,
  ) =>
    session.turns.take(async () => {
      const ends: Raised[][][] = [];
      for (const dimension of dimensions) {
        ends.push(model.session.itemsTowards([...z], dimension, extent, count).points);
        await macrotask();
      }
      return ends;
    }),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    sliders: typeof explorer;
  }
}
