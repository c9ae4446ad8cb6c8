import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createState } from '../../features/testing';
import { PLAIN } from '../settings/settings';
import { placeModel } from './place';
import { keepWithModel } from './with-model';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(make: (version: number) => Promise<void> = async () => undefined) {
  const state = createState();
  const made: number[] = [];
  const cleared: number[] = [];
  const failures: unknown[] = [];
  keepWithModel(
    state,
    {
      wanted: state.score.wanted,
      async make() {
        const version = state.model.shown.value?.version ?? 0;
        made.push(version);
        await make(version);
      },
      clear: () => cleared.push(state.model.shown.value?.version ?? 0),
    },
    (error) => failures.push(error),
  );
  const load = (run = 1) => placeModel(state, { config: PLAIN.model, parameters: 9 }, run, 0);
  load();
  return { state, made, cleared, failures, load };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

it('makes nothing before it is wanted, then for the model that there is', async () => {
  const { state, made } = open();
  await pass(10_000);
  expect(made).toEqual([]);
  state.score.wanted.value = true;
  await pass(0);
  expect(made).toEqual([1]);
});

it('rests between the snapshots of a run, and ends with the last', async () => {
  const { state, made, load } = open();
  state.score.wanted.value = true;
  for (let snapshot = 0; snapshot < 20; snapshot++) {
    await pass(250);
    load();
  }
  await pass(10_000);
  expect(made.length).toBeLessThan(5);
  expect(made.at(-1)).toBe(state.model.shown.value?.version);
});

it('forgets what was made of another model, and makes it anew at once', async () => {
  const { state, made, cleared, load } = open();
  state.score.wanted.value = true;
  await pass(0);
  load();
  await pass(0);
  expect(cleared).toEqual([]);
  load(2);
  load(2);
  await pass(0);
  expect(cleared).toEqual([3]);
  expect(made).toEqual([1, 4]);
});

it('forgets what comes late of another model', async () => {
  let finish = () => {};
  const { state, made, cleared, load } = open((version) =>
    version === 1 ? new Promise<void>((resolve) => (finish = resolve)) : Promise.resolve(),
  );
  state.score.wanted.value = true;
  await pass(0);
  load(2);
  finish();
  await pass(0);
  expect(cleared).toEqual([2]);
  expect(made).toEqual([1, 2]);
});

it('waits for the encoder of a shipped model', async () => {
  const { state, made } = open();
  placeModel(state, { config: PLAIN.model, parameters: 9 }, 0, 0);
  state.score.wanted.value = true;
  await pass(0);
  expect(made).toEqual([]);
  state.model.whole.value = true;
  await pass(0);
  expect(made).toEqual([2]);
});

it('reports a failure, and tries again when asked again', async () => {
  let broken = true;
  const { state, made, failures } = open(async () => {
    if (broken) throw new Error('no digits');
  });
  state.score.wanted.value = true;
  await pass(0);
  expect(failures).toHaveLength(1);
  expect(state.score.wanted.value).toBe(false);
  broken = false;
  state.score.wanted.value = true;
  await pass(0);
  expect(made).toEqual([1, 1]);
});
