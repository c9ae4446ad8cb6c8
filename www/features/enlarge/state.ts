// A picture made small, and ways to make it large again.

import { signal } from '@preact/signals-core';
import type { Restored, Shrunk } from '../../engine/protocol/uses';

export interface Enlarged {
  small: Shrunk;
  /** As many as there are by now. */
  tries: readonly Restored[];
}

export const enlargeState = () => ({
  /** By how much the picture is shrunk. */
  factor: signal(2),
  enlarged: signal<Enlarged | undefined>(undefined),
  waits: signal(false),
});
