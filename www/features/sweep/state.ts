// Runs that differ in one setting, trained in turn and shown side by side.

import { signal } from '@preact/signals-core';
import type { Expected, IdleReason } from '../../engine/protocol';

/** The runs to make: the form's, but for one setting. */
export interface Plan {
  field: string;
  texts: readonly string[];
  /** Of each. */
  epochs: number;
}

/** What is wrong with a plan. */
export type Refusal =
  /** The crate's, of a setting of the run with this text. */
  | { kind: 'setting'; text: string; field: string; expected: Expected; came: number | string }
  /** The setting means nothing in such a run. */
  | { kind: 'idle'; text: string; reason: IdleReason | undefined }
  | { kind: 'twice'; text: string }
  | { kind: 'number'; came: number }
  | { kind: 'epochs' };

/** A run's map over the first two dimensions. */
export interface SweepMap {
  pixels: Uint8Array;
  columns: number;
  /** How far apart its tiles are. */
  spread: number;
}

export const sweepState = () => ({
  /** The plan that is being carried out, and which of its runs trains. */
  at: signal<(Plan & { index: number }) | undefined>(undefined),
  refusals: signal<readonly Refusal[]>([]),
  /** How many runs the last plan was of, and how many of them came to their end: one that was stopped is kept as it stood. */
  ended: signal({ of: 0, runs: 0 }),
  /** The kept runs that the last plan made, in its order. */
  runs: signal<readonly number[]>([]),
  maps: signal<ReadonlyMap<number, SweepMap>>(new Map()),
});
