// Files that a person takes out.

import type { OfModel } from '../../engine/explorer/questions';
import { handOver } from '../../engine/transfer';

export const explorer = {
  /** The model's, with what else is known of it as JSON. */
  writeModelFile: ({ session, model }: OfModel, half: boolean, about: string) =>
    handOver(session.build.writeModelFile(model.weights, half, about)),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    saved: typeof explorer;
  }
}
