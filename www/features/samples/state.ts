// Draws from the posterior of the input, decoded: for whatever shows q(z|x) as the distribution that it is.

import { signal } from '@preact/signals-core';
import type { PosteriorDraws } from '../../engine/protocol';

export const SAMPLES = 10;

export const samplesState = () => ({
  /** How many are drawn. */
  count: SAMPLES,
  /** The features that need samples now: without any, none are drawn. */
  wantedBy: signal<ReadonlySet<string>>(new Set()),
  /** Another seed, another draw. */
  seed: signal(1),
  /** Of the present encoding; an autoencoder's input has none. */
  drawn: signal<PosteriorDraws | undefined>(undefined),
});
