// What is erased of the picture, and what the model puts there.

import { signal } from '@preact/signals-core';
import type { Erased } from '../../app/uses/mask';
import type { ErasedFigures } from '../../engine/protocol/uses';

export interface Repaired {
  /** The whole picture as it is decoded. */
  pixels: Uint8Array;
  z: Float32Array;
  /** Steps to the end. */
  left: number;
  /** Of the model and of the mean training picture, where it has come to its end. */
  figures?: { model: ErasedFigures; mean: ErasedFigures };
  /** What could stand there, one picture after the other. */
  draws?: Uint8Array;
}

export const repairState = () => ({
  erased: signal<Erased | undefined>(undefined),
  /** Nothing without a picture, and where all or nothing is erased. */
  repaired: signal<Repaired | undefined>(undefined),
  /** Whether the picture or its figures are still to come. */
  waits: signal(false),
  /** Another seed, other draws. */
  seed: signal(1),
});
