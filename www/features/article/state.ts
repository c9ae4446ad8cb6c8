// What figures beside the tool have decoded for themselves, each by its name.

import { signal } from '@preact/signals-core';

export interface Aside {
  points: readonly (readonly number[])[];
  /** An image for each point, one after the other. */
  pixels: Uint8Array;
}

export const articleState = () => ({
  asides: signal<ReadonlyMap<string, Aside>>(new Map()),
});
