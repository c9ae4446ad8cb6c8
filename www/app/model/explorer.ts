// The model itself.

import type { OfModel } from '../../engine/explorer/questions';

export const explorer = {
  /** A copy of its bytes, for those that work on one. */
  weights: ({ model }: OfModel) => model.weights.slice(),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    model: typeof explorer;
  }
}
