// The runs before: kept when a run is reset, to be compared and shown again.

import { signal } from '@preact/signals-core';
import type { KeptRun, RunName } from '../../app/run/kept';

export const runsState = () => ({
  kept: signal<readonly KeptRun[]>([]),
  /** The present run's, or the next one's. */
  name: signal<RunName>({ number: 1, given: '' }),
  /** Runs that had to go to make room for the last one that was kept. */
  dropped: signal<readonly RunName[]>([]),
});
