// Runs that outlive the page, in this browser's storage.

import { signal } from '@preact/signals-core';
import type { KeptRun, RunName } from '../../app/run/kept';
import type { Ending, Measured } from '../../app/run/state';
import type { Course } from '../../app/settings/course';
import type { Trouble } from '../../app/trouble';
import type { Position } from '../../engine/protocol';

/** What the list tells of a run. */
export interface SavedRun extends Course {
  id: string;
  name: RunName;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** Whether it was the page's run when it was saved: what a reload would take. */
  present: boolean;
  /** Whether its file is a checkpoint: the run goes on as if it had never stopped. A model alone is not. */
  exact: boolean;
  /** The key of the data set that it was trained on; MNIST where none is named. */
  dataSet?: string | undefined;
  position: Position;
  test: Measured | undefined;
  epochTest: Measured | undefined;
  ending: Ending | undefined;
  /** Of its checkpoint and the moments of its history. */
  bytes: number;
  /** How it looks among the runs to compare, if it is one of them. */
  kept?: Pick<KeptRun, 'look' | 'overlaid'> | undefined;
}

/** Before it is stored, which tells what it takes. */
export type Unsized = Omit<SavedRun, 'bytes'>;

export const savedState = () => ({
  /** The newest first; nothing until the storage was read. */
  runs: signal<readonly SavedRun[] | undefined>(undefined),
  /** Those that another tab has deleted last. */
  gone: signal<readonly SavedRun[]>([]),
  /** Those that have gone because there were too many. */
  dropped: signal<readonly SavedRun[]>([]),
  /** How many moments of a run's history, read last, were not what was written. */
  leftOut: signal<{ name: RunName; moments: number } | undefined>(undefined),
  /** The run of this page, once it was saved. */
  present: signal<string | undefined>(undefined),
  /** Up to which step the present run is saved. */
  upTo: signal(0),
  /** The run that the page had before a reload, or before it was closed. */
  offered: signal<SavedRun | undefined>(undefined),
  trouble: signal<Trouble | undefined>(undefined),
});
