// What is told about the page itself.

import { signal } from '@preact/signals-core';
import type { Failure } from '../../engine/failure/failure';

export const pageState = () => ({
  problem: signal<Failure | undefined>(undefined),
  /** The command that it is of. */
  problemOf: signal<string | undefined>(undefined),
  /** What has failed and may go well at another time: a person can have it tried again. */
  again: signal<readonly (() => void)[]>([]),
  /** Whether it draws and moves z by itself, until a person touches anything. */
  plays: signal(false),
  /** The panels that are not as at first, by their ids: those that are closed begin with a dash. */
  open: signal<readonly string[]>([]),
  /** Whether the address asks that it does not. */
  still: signal(false),
});
