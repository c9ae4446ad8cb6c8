// The database of runs, a store each for entries, their files, and the moments of their history.

import type { DBSchema } from 'idb';
import type { History } from '../../app/run/history';
import type { SavedRun } from './state';

/** The run's model after so many steps. */
export interface SavedMoment {
  step: number;
  weights: Uint8Array;
}

export interface SavedFile {
  checkpoint: Uint8Array<ArrayBuffer>;
  /** Of the checkpoint, in hexadecimal digits. */
  sha256: string;
  history: History;
}

type MomentKey = [id: string, step: number];

export interface Schema extends DBSchema {
  runs: { key: string; value: SavedRun };
  files: { key: string; value: SavedFile };
  moments: { key: MomentKey; value: Uint8Array };
}

/** The keys of a run's moments, in the order of their steps. */
export const momentsOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
