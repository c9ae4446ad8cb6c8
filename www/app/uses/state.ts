// What a model is put to, in panels that are unfolded when somebody wants to see it.

import { signal } from '@preact/signals-core';

export const usesState = () => ({
  /** What is wanted, and by whom: `denoise panel`. */
  open: signal<ReadonlySet<string>>(new Set()),
});

/** Whether somebody wants to see it. */
export const isWanted = (open: ReadonlySet<string>, use: string) =>
  [...open].some((wanted) => wanted.startsWith(`${use} `));
