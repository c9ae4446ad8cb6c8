// What a run may be.

import type { Session } from '../../engine/explorer/session';
import type { RunConfig } from '../../engine/protocol';

export const explorer = {
  defaultRun: ({ build }: Session) => build.defaultRun(),
  check: ({ build }: Session, run: RunConfig) => build.checkRun(run),
  trainsOnGpu: ({ build }: Session, run: RunConfig) => build.trainsOnGpu(run),
};

declare module '../../engine/explorer/questions' {
  interface Questions {
    settings: typeof explorer;
  }
}
