import { describe, expect, it, vi } from 'vitest';
import type { Snapshot, Stride, TrainerEvent } from '../protocol';
import { positionAt } from './position';
import { Pump, type Session } from './pump';

const terms = { reconstruction: 100, kl: 5, elbo: -105 };
const STEPS_PER_EPOCH = 250;
const NEVER = Number.POSITIVE_INFINITY;

const stride: Stride = {
  before: new Uint8Array(8),
  after: new Uint8Array(8),
  targets: new Uint8Array(),
  corrupted: new Uint8Array(),
  labels: new Uint8Array(),
  noise: new Float32Array(),
  beta: 1,
  learningRate: 1e-3,
  freeBits: 0,
};

/** Counts steps; each takes no time. Fails, or is finished, at the step it is told to. */
function fakeSession({ failAt = NEVER, finishAt = NEVER, error = new Error('unreachable') } = {}) {
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
    walk: async () => ({ progress: await session.train(1), stride }),
    evaluate: async () => terms,
    snapshot: async () => new Uint8Array(8),
    tune: vi.fn(),
  };
  return { session, steps: () => step };
}

function pumpOf(session: Session, before = 0) {
  const told: TrainerEvent[] = [];
  const snapshots: Snapshot[] = [];
  const failures: unknown[] = [];
  const test = { length: 5000 };
  const pump = new Pump({
    session,
    test: test as never,
    batchSize: 10,
    before: { step: before, seconds: 0 },
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
  /** Until it stands still by itself. */
  const run = async () => {
    pump.resume();
    await vi.waitUntil(() => !pump.goes, { interval: 1 });
  };
  return { pump, of, failures, snapshots, run };
}

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the pump', () => {
  it('walks one step as it makes any other, and hands on what it was made from', async () => {
    const { session, steps } = fakeSession();
    const { pump, of, failures, snapshots } = pumpOf(session);
    expect(await pump.walk()).toBe(stride);
    expect(steps()).toBe(1);
    expect(of('progress')).toMatchObject([{ position: { step: 1 }, terms }]);
    expect(snapshots).toMatchObject([{ step: 1 }]);
    expect(failures).toEqual([]);
  });

  it('hands on nothing of a step that failed', async () => {
    const { pump, failures } = pumpOf(fakeSession({ failAt: 1 }).session);
    expect(await pump.walk()).toBeUndefined();
    expect(failures).toHaveLength(1);
  });

  it('makes exactly one step, and says all of it', async () => {
    const { session, steps } = fakeSession();
    const { pump, of, snapshots } = pumpOf(session);
    await pump.step();
    expect(steps()).toBe(1);
    expect(of('progress')).toMatchObject([{ position: { step: 1, images: 10, epoch: 1 }, terms }]);
    expect(snapshots).toMatchObject([{ step: 1 }]);
  });

  it('stops when paused, and the page then knows the last step', async () => {
    const { session, steps } = fakeSession();
    const { pump, of, snapshots } = pumpOf(session);
    pump.resume();
    await later(50);
    await pump.pause();
    const paused = steps();
    await later(50);
    expect(steps()).toBe(paused);
    expect(of('progress').at(-1)?.position.step).toBe(paused);
    expect(snapshots.at(-1)?.step).toBe(paused);
  });

  it('tests every 100 steps, and on all digits when an epoch ends', async () => {
    const { session } = fakeSession();
    const { pump, of } = pumpOf(session);
    pump.resume();
    await later(100);
    await pump.pause();
    const tests = of('test').map(({ position, digits }) => [position.step, digits]);
    expect(tests.slice(0, 6)).toEqual([
      [100, 1000],
      [200, 1000],
      [250, 5000],
      [300, 1000],
      [400, 1000],
      [500, 5000],
    ]);
  });

  it('counts on from a snapshot', async () => {
    const { session } = fakeSession();
    const { pump, of } = pumpOf(session, 300);
    await pump.step();
    expect(of('progress').at(-1)?.position).toMatchObject({
      epoch: 2,
      step: 301,
      stepInEpoch: 51,
      stepsPerEpoch: STEPS_PER_EPOCH,
      images: 3010,
    });
  });

  it('stops when the run is over, with its last figures and its model', async () => {
    const { session, steps } = fakeSession({ finishAt: 320 });
    const { of, snapshots, run } = pumpOf(session);
    await run();
    expect(steps()).toBe(320);
    expect(of('progress').at(-1)?.position.step).toBe(320);
    expect(snapshots.at(-1)?.step).toBe(320);
    expect(of('finished')).toEqual([{ kind: 'finished', why: 'schedule' }]);
    expect(snapshots.filter(({ step }) => step === 320)).toHaveLength(1);
  });

  it('stops where it is told to, and goes on without that', async () => {
    const { session, steps } = fakeSession();
    const { pump, of, run } = pumpOf(session);
    pump.stopAt({ epochs: 2 });
    await run();
    expect(steps()).toBe(2 * STEPS_PER_EPOCH);
    expect(of('finished')).toEqual([{ kind: 'finished', why: 'epochs' }]);
    expect(of('test').at(-1)?.position.step).toBe(500);
    pump.stopAt({ elbo: -110 });
    await run();
    expect(steps()).toBe(600);
    expect(of('finished').at(-1)).toEqual({ kind: 'finished', why: 'elbo' });
  });

  it('counts the seconds of training, not those of a pause', async () => {
    const { session } = fakeSession();
    const { pump, of } = pumpOf(session);
    pump.resume();
    await later(60);
    await pump.pause();
    await later(200);
    await pump.step();
    const seconds = of('progress').at(-1)?.position.seconds;
    expect(seconds).toBeGreaterThan(0.04);
    expect(seconds).toBeLessThan(0.2);
  });

  it('makes fewer steps at a time while it gives way', async () => {
    const { session, steps } = fakeSession();
    const { pump } = pumpOf(session);
    pump.giveWay(true);
    pump.resume();
    await later(150);
    const slow = steps();
    pump.giveWay(false);
    await later(150);
    await pump.pause();
    expect(steps() - slow).toBeGreaterThan(3 * slow);
  });

  it('does not blame the device when training diverges', async () => {
    const error = Object.assign(new Error('the loss is no longer a number'), { name: 'diverged' });
    const { session } = fakeSession({ failAt: 5, error });
    const { of, failures, run } = pumpOf(session);
    await run();
    expect(of('diverged')).toEqual([{ kind: 'diverged' }]);
    expect(failures).toEqual([]);
  });

  it('says what failed, once, and stops', async () => {
    const { session, steps } = fakeSession({ failAt: 5 });
    const { failures, run } = pumpOf(session);
    await run();
    const failed = steps();
    await later(20);
    expect(failures).toEqual([new Error('unreachable')]);
    expect(steps()).toBe(failed);
  });
});
