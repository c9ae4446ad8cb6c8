// What each latent dimension changes.

import type { OfModel } from '../../engine/explorer/questions';
import { macrotask } from '../../engine/macrotask';
import type { Traversals } from '../../engine/protocol';

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
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    sliders: typeof explorer;
  }
}
