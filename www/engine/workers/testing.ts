// A pump over a session that only counts, for tests.

import { vi } from 'vitest';
import type { Snapshot, TrainerEvent } from '../protocol';
import { positionAt } from './position';
import { Pump, type Session } from './pump';

export const terms = { reconstruction: 100, kl: 5, elbo: -105 };
export const STEPS_PER_EPOCH = 250;
const NEVER = Number.POSITIVE_INFINITY;

/** Counts steps; each takes no time. Fails, or is finished, at the step it is told to. */
export function fakeSession({ failAt = NEVER, finishAt = NEVER, error = new Error('unreachable') } = {}) {
  let step = 0;
  let busy = false;
  const session: Session = {
    async train(steps) {
      if (busy) throw new Error('overlapping calls');
      busy = true;
      await Promise.resolve();
      busy = false;
      step = Math.min(step + steps, finishAt);
      if (step >= failAt) throw error;
      const position = positionAt(step, STEPS_PER_EPOCH, 10, 0);
      return { ...position, terms, finish: step >= finishAt ? 'schedule' : undefined };
    },
    evaluate: async () => terms,
    snapshot: async () => new Uint8Array(8),
    checkpoint: async () => new Uint8Array(16),
    tune: vi.fn(),
  };
  return { session, steps: () => step };
}

export function pumpOf(session: Session, before = 0) {
  const told: TrainerEvent[] = [];
  const snapshots: Snapshot[] = [];
  const failures: unknown[] = [];
  const test = { length: 5000 };
  const pump = new Pump({
    session,
    test: test as never,
    batchSize: 10,
    made: { step: before, before, seconds: 0 },
    tell: async (event) => {
      told.push(event);
    },
    hand: async (snapshot) => {
      snapshots.push(snapshot);
    },
    fail: async (error) => {
      failures.push(error);
    },
  });
  const of = <Kind extends TrainerEvent['kind']>(kind: Kind) =>
    told.filter((event): event is Extract<TrainerEvent, { kind: Kind }> => event.kind === kind);
  const tests = () => of('tests').flatMap((event) => event.tests);
  /** Until it stands still by itself. */
  const run = async () => {
    pump.resume();
    await vi.waitUntil(() => !pump.goes, { interval: 1 });
  };
  return { pump, of, tests, failures, snapshots, run };
}

export const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
