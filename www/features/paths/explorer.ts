// Ways through the latent space.

import type { OfModel } from '../../engine/explorer/questions';
import type { Path } from '../../engine/protocol';

export const explorer = {
  /** The points of a path, `[count, latentSize]`. */
  points: ({ session }: OfModel, path: Path) => session.build.pathPoints(path),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    paths: typeof explorer;
  }
}
