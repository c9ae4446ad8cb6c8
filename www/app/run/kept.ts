// A run that was kept when it was reset.

import type { Position } from '../../engine/protocol';
import type { Course } from '../settings/course';
import type { ReadonlyState } from '../store';
import type { History } from './history';
import type { Ending, Measured } from './state';

/** What a person calls a run: a name given, or its number. */
export interface RunName {
  number: number;
  given: string;
}

/** What a run was trained with, a kept one or the present one. */
export const configOf = ({ runs, run: present }: ReadonlyState, wanted: number) =>
  runs.kept.peek().find(({ run }) => run === wanted)?.config ?? present.config.peek();

export interface KeptRun extends Course {
  /** The model's run. */
  run: number;
  name: RunName;
  /** Its colour and dashes: the kept runs have one each, from 0. */
  look: number;
  /** Whether its curves lie over those of the present run. */
  overlaid: boolean;
  /** The key of the data set that it was trained on; MNIST where none is named. */
  dataSet?: string | undefined;
  history: History;
  position: Position;
  test: Measured | undefined;
  epochTest: Measured | undefined;
  ending: Ending | undefined;
  /** The last model, after so many steps. */
  weights: Uint8Array;
  /** Whether its file is a checkpoint: the run goes on as if it had never stopped. */
  exact: boolean;
  step: number;
}
