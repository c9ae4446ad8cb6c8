// What stands out at places of the map of a model of items.

import type { OfModel } from '../../engine/explorer/questions';
import { macrotask } from '../../engine/macrotask';
import type { MapView, Raised } from '../../engine/protocol';

export const explorer = {
  /** The items that are raised most at each point of the view, row by row from the top left: a decode waits for a row at most. */
  names: ({ session, model }: OfModel, view: MapView, count: number) =>
    session.turns.take(async () => {
      const found: Raised[][] = [];
      for (let row = 0; row < view.up.length; row++) {
        found.push(...model.session.itemsOfRow(view, row, count).points);
        await macrotask();
      }
      return found;
    }),

  /** At one point: overtakes all that takes longer. */
  itemsAt: ({ model }: OfModel, z: readonly number[], count: number): Raised[] =>
    model.session.itemsAt([...z], z.length, count).points[0] ?? [],
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    map: typeof explorer;
  }
}
