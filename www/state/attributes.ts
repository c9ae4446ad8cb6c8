// What classes and ways of writing are, as points and directions of the latent space.

import { signal } from '@preact/signals-core';
import type { Vector } from '../exploring/vectors';
import type { Directions } from '../protocol';

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

export const ATTRIBUTES = ['thickness', 'slant', 'width'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export const attributesState = () => ({
  sum: signal<Sum>({ plus: 7, minus: 1, strength: 1 }),
  decodedSum: signal<DecodedSum | undefined>(undefined),
  directions: signal<(Directions & { latentSize: number }) | undefined>(undefined),
});
