// Strips of tiles along the latent dimensions, or items at their ends.

import { signal } from '@preact/signals-core';

/** Items, the one that rises most first. */
export type Ends = readonly (readonly number[])[];

export const slidersState = () => ({
  /** By their dimensions. */
  traversals: signal<ReadonlyMap<number, Uint8Array>>(new Map()),
  /** Of a model of items: those that rise most towards the lower and the upper end. By their dimensions. */
  towards: signal<ReadonlyMap<number, Ends>>(new Map()),
  /** The dimensions whose sliders are in sight. */
  inSight: signal<readonly number[]>([]),
});
