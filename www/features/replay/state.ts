// The history of a run: snapshots of its model, and which of them is shown.

import { signal } from '@preact/signals-core';
import type { StoredModel } from '../../app/model/scope';

/** In float16. */
export type Moment = StoredModel;

export const replayState = () => ({
  /** In the order of time. */
  moments: signal<readonly Moment[]>([]),
  /** The moment that is shown in place of the present. */
  past: signal<Moment | undefined>(undefined),
  /** Whether the run's model is too large for a history. */
  noHistory: signal(false),
  plays: signal(false),
  speed: signal<number>(1),
});
