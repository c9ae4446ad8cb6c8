// Strips of tiles along the latent dimensions.

import { signal } from '@preact/signals-core';

export const slidersState = () => ({
  /** By their dimensions. */
  traversals: signal<ReadonlyMap<number, Uint8Array>>(new Map()),
  /** The dimensions whose sliders are in sight. */
  inSight: signal<readonly number[]>([]),
});
