// Ways through the latent space.

import type { OfModel } from '../../engine/explorer/questions';
import type { Path } from '../../engine/protocol';

export const explorer = {
  /** The points of a path, `[count, latentSize]`. */
  points: ({ session }: OfModel, path: Path) => session.build.pathPoints(path),

  /** The items that stand out at each of the points. */
  itemsOn: ({ model }: OfModel, points: readonly (readonly number[])[], count: number): number[][] =>
    model.session
      .itemsAt(points.flat(), points[0]?.length ?? 0, count)
      .points.map((raised) => raised.map(({ item }) => item)),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    paths: typeof explorer;
  }
}
