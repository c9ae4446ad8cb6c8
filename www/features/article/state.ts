// What figures beside the tool have decoded for themselves, each by its name.

import { signal } from '@preact/signals-core';
import type { Encoding, Sample } from '../../engine/protocol';

export interface Aside {
  points: readonly (readonly number[])[];
  /** An image for each point, one after the other. */
  pixels: Uint8Array;
}

/** A test digit as the model encodes it. */
export interface OwnDigit {
  sample: Sample;
  encoding: Encoding;
  /** Where the tool's z was then: as long as it stays, the digit's own is shown. */
  from: readonly number[];
}

export const articleState = () => ({
  /** Shown by the figures while there is no input. */
  digit: signal<OwnDigit | undefined>(undefined),
  asides: signal<ReadonlyMap<string, Aside>>(new Map()),
});
