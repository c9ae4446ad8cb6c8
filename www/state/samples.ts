// Draws from the posterior of the input, decoded: for whatever shows q(z|x) as the distribution that it is.

import { signal } from '@preact/signals-core';
import type { Samples } from '../protocol';

export const SAMPLES = 10;

export const samplesState = () => ({
  /** The features that need samples now: without any, none are drawn. */
  samplesWantedBy: signal<ReadonlySet<string>>(new Set()),
  /** Another seed, another draw. */
  samplesSeed: signal(1),
  /** Of the present encoding; an autoencoder's input has none. */
  samples: signal<Samples | undefined>(undefined),
});
