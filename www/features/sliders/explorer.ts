// What each latent dimension changes.

import type { OfModel } from '../../engine/explorer/questions';
import { macrotask } from '../../engine/macrotask';
import type { Traversals } from '../../engine/protocol';

export const explorer = {
  /** A strip of tiles for each latent dimension. */
  traversals: ({ session, model }: OfModel, { z, extent, count, classIndex }: Traversals) =>
    session.turns.take(async () => {
      const strips: Uint8Array[] = [];
      const point = Float32Array.from(z);
      for (let dimension = 0; dimension < z.length; dimension++) {
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
