// The training digits that are nearest to z: found when they are asked for.

import { signal } from '@preact/signals-core';
import type { Neighbours } from '../../engine/protocol';

/** Training digits to look for neighbours in. */
export const TRAINING_DIGITS = 5000;
export const NEIGHBOURS = 8;

export const neighboursState = () => ({
  wanted: signal(false),
  /** How many training digits are encoded by now; undefined until they are fetched. */
  encoded: signal<number | undefined>(undefined),
  /** Of how many training digits the explorer has the codes, by which version of the model. */
  codes: signal<{ count: number; version: number } | undefined>(undefined),
  /** Of z. */
  found: signal<Neighbours | undefined>(undefined),
});
