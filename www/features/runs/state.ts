// The runs before: kept when a run is reset, to be compared and shown again.

import { signal } from '@preact/signals-core';
import type { History } from '../../app/run/history';
import type { Ending, Measured } from '../../app/run/state';
import type { Position, RunConfig } from '../../engine/protocol';

/** What a person calls a run: a name given, or its number. */
export interface RunName {
  number: number;
  given: string;
}

export interface KeptRun {
  /** The model's run: see state/model. */
  run: number;
  name: RunName;
  /** Its colour and dashes: the kept runs have one each, from 0. */
  look: number;
  /** Whether its curves lie over those of the present run. */
  overlaid: boolean;
  config: RunConfig;
  history: History;
  position: Position;
  test: Measured | undefined;
  epochTest: Measured | undefined;
  ending: Ending | undefined;
  /** The last model, after so many steps. */
  weights: Uint8Array;
  step: number;
}

export const runsState = () => ({
  kept: signal<readonly KeptRun[]>([]),
  /** The present run's, or the next one's. */
  name: signal<RunName>({ number: 1, given: '' }),
  /** Runs that had to go to make room for the last one that was kept. */
  dropped: signal<readonly RunName[]>([]),
});
