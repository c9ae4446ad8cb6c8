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

/** A run and its file, without its history. */
export interface SavedWhole {
  run: SavedRun;
  file: SavedFile;
}

/** Weights and their sum. */
export interface MomentFile {
  weights: Uint8Array<ArrayBuffer>;
  sha256: string;
}

export type MomentKey = [id: string, step: number];

/** Earlier versions have written no sums. */
type StoredMoment = MomentFile | MomentFile['weights'];

export interface Schema extends DBSchema {
  runs: { key: string; value: SavedRun };
  files: { key: string; value: SavedFile };
  moments: { key: MomentKey; value: StoredMoment };
}

export const weightsOf = (stored: StoredMoment) => ('weights' in stored ? stored.weights : stored);

/** The keys of a run's moments, in the order of their steps. */
export const momentsOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
