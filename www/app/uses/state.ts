// What a model is put to, in panels that are unfolded when somebody wants to see it.

import { signal } from '@preact/signals-core';

export const usesState = () => ({
  /** The panels that are unfolded, by the names of their features. */
  open: signal<ReadonlySet<string>>(new Set()),
});
