// Where z and the input lie among the digits of the data set: made when they are asked for.

import { signal } from '@preact/signals-core';
import type { Neighbours } from '../protocol';

/** Training digits to look for neighbours in. */
export const TRAINING_DIGITS = 5000;
export const NEIGHBOURS = 8;
/** Test digits to compare an ELBO with. */
export const SCORED_DIGITS = 1000;

export const digitsState = () => ({
  neighboursWanted: signal(false),
  /** How many training digits are encoded by now; undefined until they are fetched. */
  encodedTraining: signal<number | undefined>(undefined),
  /** Of how many training digits the explorer has the codes: anew whenever it made them anew. */
  trainingCodes: signal<{ count: number } | undefined>(undefined),
  /** Of z. */
  neighbours: signal<Neighbours | undefined>(undefined),
  scoresWanted: signal(false),
  /** The ELBOs of the test digits, ascending, in nats. */
  scores: signal<Float32Array | undefined>(undefined),
});
