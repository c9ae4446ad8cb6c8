// The run: where it stands, and how well it does.

import { signal } from '@preact/signals-core';
import { emptyHistory, type History } from '../history';
import type { Finish, Position, Terms } from '../protocol';
import type { Device, Loading, Notice } from '../starting';

/** A finished run has nothing left to train. */
export type Phase = 'idle' | 'starting' | 'running' | 'paused' | 'finished';

export interface Measured {
  terms: Terms;
  digits: number;
  epoch: number;
}

export const trainingState = () => ({
  phase: signal<Phase>('idle'),
  /** Why the run is finished. */
  ending: signal<Finish | 'diverged' | undefined>(undefined),
  /** What the start of a run waits for. */
  loading: signal<Loading>({ what: 'worker' }),
  progress: signal<{ position: Position; imagesPerSecond: number } | undefined>(undefined),
  /** The latest figure on the test digits, and the one at the end of the last epoch. */
  test: signal<Measured | undefined>(undefined),
  epochTest: signal<Measured | undefined>(undefined),
  history: signal<History>(emptyHistory()),
  /** What the run trains on, and why that is not what was asked for. */
  device: signal<Device | undefined>(undefined),
  notices: signal<readonly Notice[]>([]),
});
