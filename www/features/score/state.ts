// Where the input's ELBO lies among those of test digits: found when it is asked for.

import { signal } from '@preact/signals-core';

/** Test digits to compare an ELBO with. */
export const SCORED_DIGITS = 1000;

export const scoreState = () => ({
  wanted: signal(false),
  /** The ELBOs of the test digits, ascending, in nats. */
  elbos: signal<Float32Array | undefined>(undefined),
});
