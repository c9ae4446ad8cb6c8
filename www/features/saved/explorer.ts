// What a file that a person brings in holds.

import type { Session } from '../../engine/explorer/session';

export const explorer = {
  /** Reads and checks all of it; throws in the crate's words. */
  readModelFile: ({ build }: Session, bytes: Uint8Array) => build.readModelFile(bytes),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    saved: typeof explorer;
  }
}
