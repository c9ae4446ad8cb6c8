// Which picture is judged, and what came of it.

import { signal } from '@preact/signals-core';
import type { Learnt, Places, Scored, Strange } from '../../engine/protocol/uses';

export interface Looked {
  kind: 'picture' | Strange;
  /** The same seed, the same stranger. */
  seed: number;
}

export interface Judged {
  looked: Looked;
  learnt: Learnt;
  /** Nothing before images can be scored. */
  scored?: Scored;
  places?: Places;
}

export const anomalyState = () => ({
  looked: signal<Looked>({ kind: 'picture', seed: 0 }),
  judged: signal<Judged | undefined>(undefined),
  waits: signal(false),
});
