// What figures beside the tool have decoded for themselves, each by its name.

import { signal } from '@preact/signals-core';
import type { Encoding, Sample } from '../../engine/protocol';
import type { Places } from '../../engine/protocol/uses';

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

/** A picture whose lower half was erased, as the model repairs it. */
export interface Halved {
  whole: Uint8Array;
  before: Uint8Array;
  after: Uint8Array;
  /** Mean squared errors of an erased pixel: the model's, and that of the mean training picture. */
  errors: { model: number; mean: number };
}

/** A blank page beside a picture, as a model judges them once it has learnt what is usual. */
export interface Judged {
  /** Of training images, from 0 to 1. */
  learnt: number;
  /** The blank page first. */
  pictures: readonly { pixels: Uint8Array; places: Places }[];
}

export const articleState = () => ({
  /** Shown by the figures while there is no input. */
  digit: signal<OwnDigit | undefined>(undefined),
  halved: signal<Halved | undefined>(undefined),
  judged: signal<Judged | undefined>(undefined),
  asides: signal<ReadonlyMap<string, Aside>>(new Map()),
});
