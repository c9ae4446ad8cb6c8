// One training step taken apart, and which stage of it is shown.

import { signal } from '@preact/signals-core';
import type { StepBreakdown } from '../../engine/protocol';

export const STAGES = ['encode', 'sample', 'decode', 'loss', 'update'] as const;
export type Stage = (typeof STAGES)[number];

/** What the walk follows: a person's drawing, what the page itself has drawn, or an image of the data set. */
export type Followed = 'drawing' | 'sketch' | 'sample';

export interface SlowMotion {
  /** Which step of the copy it is, from 1. */
  step: number;
  walk: StepBreakdown;
  stage: Stage;
  followed: Followed;
}

export const slowMotionState = () => ({
  /** A step is made and taken apart before its first stage is shown. */
  at: signal<SlowMotion | 'waiting' | undefined>(undefined),
  plays: signal(false),
});
