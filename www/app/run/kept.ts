// A run that was kept when it was reset.

import type { Position } from '../../engine/protocol';
import type { Course } from '../settings/course';
import type { History } from './history';
import type { Ending, Measured } from './state';

/** What a person calls a run: a name given, or its number. */
export interface RunName {
  number: number;
  given: string;
}

export interface KeptRun extends Course {
  /** The model's run. */
  run: number;
  name: RunName;
  /** Its colour and dashes: the kept runs have one each, from 0. */
  look: number;
  /** Whether its curves lie over those of the present run. */
  overlaid: boolean;
  history: History;
  position: Position;
  test: Measured | undefined;
  epochTest: Measured | undefined;
  ending: Ending | undefined;
  /** The last model, after so many steps. */
  weights: Uint8Array;
  step: number;
}
