// Where z is, and what is decoded there.

import { signal } from '@preact/signals-core';

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

export const latentState = () => ({
  /** Of the model that the page opens with, until it is there. */
  z: signal<readonly number[]>([0, 0]),
  /** Whether z is the posterior mean of the input, and follows it. */
  linked: signal(false),
  /** What a conditional model is told: an index among the classes. */
  classIndex: signal(0),
  /** When the pointer event happened that moved z, until it is asked for. */
  movedAt: signal<number | undefined>(undefined),
  decoded: signal<Decoded | undefined>(undefined),
});
