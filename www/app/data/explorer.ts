// The samples of the data set.

import type { Session } from '../../engine/explorer/session';
import type { DataFiles } from '../../engine/protocol';

export const explorer = {
  /** Fetches and reads the test samples; answers with their number. */
  openTest: async ({ data }: Session) => (await data.get('t10k')).length,

  /** Another data set from now on. */
  use: (session: Session, data: DataFiles) => session.use(data),

  /** The test sample at an index, or the first from there on that is of the class. */
  testSample: ({ data }: Session, index: number, ofClass?: number) => data.sample('t10k', index, ofClass),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    data: typeof explorer;
  }
}
