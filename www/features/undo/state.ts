// What a person did last that lost something, and can be undone.

import { signal } from '@preact/signals-core';

export interface Undoable {
  /** What was done, in the language that is chosen. */
  words(): string;
  undo(): void | Promise<void>;
  /** What has the focus afterwards, as a selector. */
  home: string;
}

export const undoState = () => ({
  /** Whoever loses something puts it here; the next one takes its place. */
  offered: signal<Undoable | undefined>(undefined),
});
