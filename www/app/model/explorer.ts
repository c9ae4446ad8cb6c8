// The model itself.

import type { OfModel } from '../../engine/explorer/questions';
import type { Session } from '../../engine/explorer/session';

export const explorer = {
  /** A copy of its bytes, for those that work on one. */
  weights: ({ model }: OfModel) => model.weights.slice(),

  /** Reads and checks all of a file; throws in the crate's words. */
  readFile: ({ build }: Session, bytes: Uint8Array) => build.readModelFile(bytes),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    model: typeof explorer;
  }
}
