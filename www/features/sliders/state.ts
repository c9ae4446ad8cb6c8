// A strip of tiles along each latent dimension.

import { signal } from '@preact/signals-core';

export const slidersState = () => ({
  traversals: signal<readonly Uint8Array[]>([]),
});
