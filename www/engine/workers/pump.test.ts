import { describe, expect, it, vi } from 'vitest';
import { fakeSession, later, pumpOf, STEPS_PER_EPOCH, terms } from './testing';

describe('the pump', () => {
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
    const { pump, tests } = pumpOf(session);
    pump.resume();
    await later(100);
    await pump.pause();
    const made = tests().map(({ position, images }) => [position.step, images]);
    expect(made.slice(0, 6)).toEqual([
      [100, 1000],
      [200, 1000],
      [250, 5000],
      [300, 1000],
      [400, 1000],
      [500, 5000],
    ]);
  });

  it('tells of many tests at once where they come fast, of each once and in their order', async () => {
    const { session } = fakeSession({ finishAt: 40 * STEPS_PER_EPOCH });
    const { of, tests, run } = pumpOf(session);
    const began = performance.now();
    await run();
    const steps = tests().map(({ position }) => position.step);
    expect(steps).toHaveLength(120);
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
    // The first and the last of them, and one each tenth of a second.
    expect(of('tests').length).toBeLessThanOrEqual(3 + (performance.now() - began) / 100);
  });

  it('tells of the tests before training diverged', async () => {
    const error = Object.assign(new Error('the loss is no longer a number'), { name: 'diverged' });
    const { session } = fakeSession({ failAt: 2 * STEPS_PER_EPOCH - 1, error });
    const { tests, run } = pumpOf(session);
    await run();
    expect(tests().map(({ position }) => position.step)).toEqual([100, 200, 250, 300, 400]);
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

  it('stops at the very step that was asked for, and tests there', async () => {
    const { session, steps } = fakeSession();
    const { pump, of, tests, run } = pumpOf(session);
    pump.stopAt({ epochs: 1.35 });
    await run();
    expect(steps()).toBe(338);
    expect(tests().at(-1)).toMatchObject({ position: { step: 338 }, images: 1000 });
    expect(of('finished')).toEqual([{ kind: 'finished', why: 'epochs' }]);
  });

  it('says after how many steps other settings came', async () => {
    const { session } = fakeSession();
    const { pump } = pumpOf(session, 300);
    expect(await pump.tune({} as never)).toBe(300);
    await pump.step();
    expect(await pump.tune({} as never)).toBe(301);
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
    const { pump, of, tests, run } = pumpOf(session);
    pump.stopAt({ epochs: 2 });
    await run();
    expect(steps()).toBe(2 * STEPS_PER_EPOCH);
    expect(of('finished')).toEqual([{ kind: 'finished', why: 'epochs' }]);
    expect(tests().at(-1)?.position.step).toBe(500);
    pump.stopAt({ elbo: -110 });
    await run();
    expect(steps()).toBe(600);
    expect(of('finished').at(-1)).toEqual({ kind: 'finished', why: 'elbo' });
  });

  it('counts the seconds of training, not those of a pause', async () => {
    const { session } = fakeSession();
    const { pump, of } = pumpOf(session);
    const began = performance.now();
    pump.resume();
    await later(60);
    await pump.pause();
    await later(300);
    await pump.step();
    const all = (performance.now() - began) / 1000;
    const seconds = of('progress').at(-1)?.position.seconds;
    expect(seconds).toBeGreaterThan(0.04);
    // A busy machine may take its time with either, but no pause is shorter than that.
    expect(seconds).toBeLessThan(all - 0.29);
  });

  it('counts no rest between steps that a pause falls into', async () => {
    const { session } = fakeSession();
    const { pump } = pumpOf(session);
    pump.giveWay(true);
    pump.resume();
    await later(20);
    await pump.pause();
    const paused = await pump.checkpoint();
    await later(60);
    expect(paused?.seconds).toBeGreaterThan(0);
    expect(await pump.checkpoint()).toEqual(paused);
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

  it('answers that it resumes when the run goes on, after what was under way', async () => {
    const { session, steps } = fakeSession();
    const { pump, of } = pumpOf(session);
    const step = pump.step();
    await pump.resume();
    expect(steps()).toBeGreaterThan(0);
    expect(of('progress')[0]?.position.step).toBe(1);
    expect(pump.goes).toBe(true);
    await step;
    await pump.resume();
    await pump.pause();
    expect(steps()).toBeGreaterThan(1);
  });

  it('counts the seconds of a run that is resumed while a step is made', async () => {
    const { session } = fakeSession();
    const { pump, of } = pumpOf(session);
    const step = pump.step();
    await pump.resume();
    await step;
    await later(100);
    await pump.pause();
    expect(of('progress').at(-1)?.position.seconds).toBeGreaterThan(0.09);
  });

  it('answers that it resumes where that failed, or was paused meanwhile', async () => {
    const failing = pumpOf(fakeSession({ failAt: 1 }).session);
    await failing.pump.resume();
    await vi.waitUntil(() => !failing.pump.goes, { interval: 1 });
    expect(failing.failures).toHaveLength(1);
    const { session, steps } = fakeSession();
    const { pump } = pumpOf(session);
    await Promise.all([pump.resume(), pump.pause()]);
    expect(steps()).toBe(0);
  });
});
