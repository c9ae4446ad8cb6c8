// Strips of tiles along the latent dimensions, or in words what is at their ends.

import { signal } from '@preact/signals-core';

/** What is at the lower and at the upper end: names of items, the one that rises most first, or a text. */
export type Ends = readonly (readonly string[])[];

export const slidersState = () => ({
  /** By their dimensions. */
  traversals: signal<ReadonlyMap<number, Uint8Array>>(new Map()),
  /** Of a model of items or texts. By their dimensions. */
  towards: signal<ReadonlyMap<number, Ends>>(new Map()),
  /** The dimensions whose sliders are in sight. */
  inSight: signal<readonly number[]>([]),
});
