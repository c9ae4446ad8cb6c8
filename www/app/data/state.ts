// The data set that the page runs on.

import { signal } from '@preact/signals-core';

/** The data set that is served with the page. */
export interface Manifest {
  name: string;
  source: 'mnist-dir' | 'mirror' | 'npm';
  train: number;
  test: number;
}

export const dataState = () => ({
  manifest: signal<Manifest | undefined>(undefined),
  /** How many test samples there are, once they are at hand. */
  testSamples: signal<number | undefined>(undefined),
});
