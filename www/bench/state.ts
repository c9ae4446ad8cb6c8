import { signal } from '@preact/signals-core';
import { reasonOf } from '../engine/failure/reason';
import type { Results } from './report';

/** What the page shows. */
export const state = {
  results: signal<Results | undefined>(undefined),
  /** What is measured right now can be stopped by this. */
  running: signal<AbortController | undefined>(undefined),
  problem: signal<string | undefined>(undefined),
};

export function report(error: unknown) {
  state.problem.value = reasonOf(error);
}
