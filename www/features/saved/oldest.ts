// Of more runs than are kept the oldest go.

import type { SavedRun } from './state';

/** So many runs are kept. */
export const MOST_RUNS = 40;

/** Of those, the newest first, that nobody has named, keeps to compare or is at work on; as many as are too many. */
export function oldestOf(runs: readonly SavedRun[]): readonly SavedRun[] {
  const unnamed = runs.toReversed().filter(({ name, present, kept }) => !(name.given || present || kept));
  return unnamed.slice(0, Math.max(0, runs.length - MOST_RUNS));
}
