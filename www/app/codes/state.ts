// The posteriors of many test digits, for whatever shows where digits lie in the latent space.

import { signal } from '@preact/signals-core';
import type { Codes } from '../../engine/protocol';

/** The first digits of the test set, as many as a map can show. */
export const CODES = 1000;

/** The codes of the model's version; digit i is the i-th test digit. */
export interface TestCodes extends Codes {
  version: number;
  latentSize: number;
}

export const codesState = () => ({
  /** The features that need the codes now, beside the principal axes: without any, none are made. */
  wantedBy: signal<ReadonlySet<string>>(new Set()),
  found: signal<TestCodes | undefined>(undefined),
  /** The group of each test digit, where its colour is to be the group's in place of its class's. */
  groups: signal<ArrayLike<number> | undefined>(undefined),
});
