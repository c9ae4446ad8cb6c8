// How long a download may bring nothing: no byte of any of them, as those of a slow line come one after the other.

import { Failed, type Failure } from './failure/failure';

export const PATIENCE_MS = 10_000;

let lastByte = 0;

/** A byte of some file has come. */
export function stillComes() {
  lastByte = performance.now();
}

/** The work's end, unless nothing comes for so long: then what `stalled` says is thrown. */
export async function patiently<Result>(work: Promise<Result>, stalled: () => Failure): Promise<Result> {
  const began = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stall = new Promise<never>((_, reject) => {
    const look = () => {
      const quiet = performance.now() - Math.max(began, lastByte);
      if (quiet < PATIENCE_MS) timer = setTimeout(look, PATIENCE_MS - quiet);
      else reject(new Failed(stalled()));
    };
    look();
  });
  try {
    return await Promise.race([work, stall]);
  } finally {
    clearTimeout(timer);
  }
}
