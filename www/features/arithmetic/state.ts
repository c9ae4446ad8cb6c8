// Sums of z and the means of classes.

import { signal } from '@preact/signals-core';
import type { Vector } from '../../app/latent/vectors';

/** z + strength * (mean of the class `plus` - mean of the class `minus`). */
export interface Sum {
  plus: number;
  minus: number;
  strength: number;
}

/** The sum and its parts, decoded. */
export interface DecodedSum {
  sum: Sum;
  result: Vector;
  images: { plus: Uint8Array; minus: Uint8Array; result: Uint8Array };
}

export const arithmeticState = () => ({
  sum: signal<Sum>({ plus: 7, minus: 1, strength: 1 }),
  decoded: signal<DecodedSum | undefined>(undefined),
});
