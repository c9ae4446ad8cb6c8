// Files that a person brings in or takes out.

import type { OfModel } from '../../engine/explorer/questions';
import type { Session } from '../../engine/explorer/session';
import { handOver } from '../../engine/transfer';

export const explorer = {
  /** Reads and checks all of it; throws in the crate's words. */
  readModelFile: ({ build }: Session, bytes: Uint8Array) => build.readModelFile(bytes),

  /** The model's, with what else is known of it as JSON. */
  writeModelFile: ({ session, model }: OfModel, half: boolean, about: string) =>
    handOver(session.build.writeModelFile(model.weights, half, about)),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    saved: typeof explorer;
  }
}
