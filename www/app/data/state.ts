// The data set that the page runs on.

import { signal } from '@preact/signals-core';
import type { Manifest } from '../../engine/manifest';

export const dataState = () => ({
  manifest: signal<Manifest | undefined>(undefined),
  /** How many test samples there are, once they are at hand. */
  testSamples: signal<number | undefined>(undefined),
});
