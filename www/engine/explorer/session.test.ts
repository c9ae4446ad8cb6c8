import { expect, it } from 'vitest';
import type { ExplorerEvent } from '../protocol';
import { type Areas, answer } from './answer';
import type { OfModel } from './questions';
import { BROKEN, BROKEN_MESSAGE, type FakeModel, openSession, weightsOf } from './testing';

const SHIPPED = weightsOf(1, 2);
const bytesOf = ({ model }: OfModel) => (model.session as unknown as FakeModel).use();

/** A session that follows run 7; what it tells is kept. */
async function open() {
  const told: ExplorerEvent[] = [];
  const opened = await openSession(SHIPPED, async (event) => {
    told.push(event);
  });
  await opened.session.begin(7);
  const take = (step: number, run = 7) =>
    opened.session.take(run, { weights: weightsOf(run, 3, step), step });
  return { ...opened, told, take };
}

/** A question that waits until it is let go on, so many times. */
function slowly() {
  const waiting: (() => void)[] = [];
  const areas: Areas = {
    test: {
      async bytes(of: OfModel) {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return bytesOf(of);
      },
      fail: async () => Promise.reject(new Error('refused')),
    },
  };
  return { areas, goOn: () => waiting.shift()?.() };
}

it('answers by the model that was asked, though another is loaded meanwhile, and then frees it', async () => {
  const { session, models } = await open();
  const { areas, goOn } = slowly();
  const answers = [1, 2].map(() => answer(session, areas, 1, ['test', 'bytes'], []));
  await session.ship(weightsOf(2, 3));
  expect(models.map(({ isFreed }) => isFreed)).toEqual([false, false]);
  goOn();
  expect(await answers[0]).toEqual({ value: SHIPPED });
  expect(models[0]?.isFreed).toBe(false);
  goOn();
  expect(await answers[1]).toEqual({ value: SHIPPED });
  expect(models.map(({ isFreed }) => isFreed)).toEqual([true, false]);
});

it('frees a model that nobody asks, and one whose question failed', async () => {
  const { session, models } = await open();
  const { areas } = slowly();
  const failing = answer(session, areas, 1, ['test', 'fail'], []);
  await session.ship(weightsOf(2, 3));
  await session.showShipped();
  await expect(failing).rejects.toThrow('refused');
  expect(models.map(({ isFreed }) => isFreed)).toEqual([true, true, false]);
});

it('says that a question is stale where another model is loaded, and which it does not know', async () => {
  const { session } = await open();
  const { areas } = slowly();
  await session.ship(weightsOf(2, 3));
  expect(await answer(session, areas, 1, ['test', 'bytes'], [])).toEqual({ stale: true });
  await expect(answer(session, areas, 2, ['test', 'other'], [])).rejects.toThrow('no question “test.other”');
});

it('shows the snapshots of the run, and drops what a run that is over still sent', async () => {
  const { session, told, take } = await open();
  await take(4);
  await take(9, 6);
  await session.begin(8);
  await take(5);
  await session.forgetRun();
  await take(1, 8);
  expect(told).toMatchObject([{ kind: 'shown', run: 7, step: 4, version: 2 }]);
  expect(session.current.version).toBe(2);
  expect(await session.snapshot()).toBeUndefined();
});

it('holds snapshots while another model is shown, until the run is', async () => {
  const { session, told, take } = await open();
  await take(1);
  const { version } = await session.visit(weightsOf(7, 3, 0));
  await take(2);
  await take(3);
  expect(told.map(({ kind }) => kind)).toEqual(['shown', 'held', 'held']);
  expect(session.current.version).toBe(version);
  expect(await session.showRun()).toMatchObject({ version: version + 1, step: 3 });
  expect(session.current.weights).toEqual(weightsOf(7, 3, 3));
  expect(await session.showRun()).toBeUndefined();
  await take(4);
  expect(told.at(-1)).toMatchObject({ kind: 'shown', step: 4 });
});

it('keeps what is shown where the run is held, and has nothing to show of a run without a snapshot', async () => {
  const { session, told, take } = await open();
  expect(await session.showRun()).toBeUndefined();
  await session.hold();
  await take(1);
  expect(told).toMatchObject([{ kind: 'held', run: 7, step: 1 }]);
  expect(await session.weights()).toEqual(SHIPPED);
  expect(await session.snapshot()).toEqual({ weights: weightsOf(7, 3, 1), step: 1 });
  expect(await session.halved()).toEqual(Uint8Array.of(7));
});

it('follows the next run, whatever was shown when the one before was forgotten', async () => {
  const { session, told, take } = await open();
  await session.hold();
  await session.forgetRun();
  await session.begin(8);
  await take(1, 8);
  expect(told).toMatchObject([{ kind: 'shown', run: 8, step: 1 }]);
});

it('tells of a snapshot that is no model, and keeps what is shown and the last one', async () => {
  const { session, told, take } = await open();
  await take(1);
  await session.take(7, { weights: BROKEN, step: 2 });
  expect(told.at(-1)).toMatchObject({ kind: 'refused', run: 7, why: { message: BROKEN_MESSAGE } });
  expect(session.current.version).toBe(2);
  expect((await session.snapshot())?.step).toBe(1);
});

it('keeps what is shown, and follows the run as before, where weights are no model', async () => {
  const { session, told, take } = await open();
  await expect(session.visit(BROKEN)).rejects.toThrow(BROKEN_MESSAGE);
  await expect(session.ship(BROKEN)).rejects.toThrow(BROKEN_MESSAGE);
  await take(1);
  expect(told).toMatchObject([{ kind: 'shown', step: 1 }]);
  await session.showShipped();
  expect(session.current.weights).toBe(SHIPPED);
});

it('is the same model when its encoder has come, and is left alone where another was shipped', async () => {
  const { session, models } = await open();
  const whole = weightsOf(1, 2);
  await session.complete(whole);
  expect(session.current).toMatchObject({ version: 1, weights: whole });
  expect(models.map(({ isFreed }) => isFreed)).toEqual([true, false]);
  const other = weightsOf(2, 3);
  await session.ship(other);
  await session.complete(weightsOf(1, 2));
  await session.showShipped();
  expect(session.current.weights).toBe(other);
});
