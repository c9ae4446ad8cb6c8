// Where z is, and what is decoded there.

import { signal } from '@preact/signals-core';
import { FIRST_MODEL } from '../model/state';
import { crispest, placesIn } from './good-places';
import type { Vector } from './vectors';

export interface Decoded {
  z: readonly number[];
  pixels: Uint8Array;
  /** When the pointer event happened that asked for it. */
  since: number | undefined;
}

/** Where z is, why, and what is decoded there. */
export interface Place {
  z: readonly number[];
  linked: boolean;
  decoded: Decoded | undefined;
}

/** The origin of the opening model's space, should no place of it be known. */
const FIRST: Vector = crispest(placesIn(FIRST_MODEL)) ?? [0, 0];

export const latentState = () => ({
  z: signal<Vector>(FIRST),
  /** Where the page put z, which is still there unless something moved it. */
  opened: signal<Vector>(FIRST),
  /** Whether z is the posterior mean of the input, and follows it. */
  linked: signal(false),
  /** What a conditional model is told: an index among the classes. */
  classIndex: signal(0),
  /** When the pointer event happened that moved z, until it is asked for. */
  movedAt: signal<number | undefined>(undefined),
  decoded: signal<Decoded | undefined>(undefined),
});
