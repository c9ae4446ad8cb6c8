import { describe, expect, it } from 'vitest';
import { DEFAULT_RUN as PLAIN } from '../../app/settings/schema';
import { createState } from '../testing';
import { bringBack, keepRun, MOST_RUNS, putBack, takeUp } from './keeping';

const MIB = 2 ** 20;

function trained() {
  const state = createState();
  state.run.config.value = PLAIN;
  const position = { epoch: 1, step: 9, stepInEpoch: 9, stepsPerEpoch: 10, images: 90, seconds: 1 };
  state.run.progress.value = { position, imagesPerSecond: 90 };
  return state;
}

const keep = (state: ReturnType<typeof trained>, run: number, bytes = 8) =>
  keepRun(state, run, { weights: new Uint8Array(bytes), step: 9 });

describe('keeping a run', () => {
  it('keeps what the run was, and names the next one', () => {
    const state = trained();
    keep(state, 5);
    expect(state.runs.kept.value).toMatchObject([
      { run: 5, name: { number: 1, given: '' }, look: 0, overlaid: true, step: 9, position: { step: 9 } },
    ]);
    expect(state.runs.name.value).toEqual({ number: 2, given: '' });
  });

  it('keeps nothing before the first step', () => {
    const state = createState();
    keep(state, 1);
    expect(state.runs.kept.value).toEqual([]);
  });

  it('keeps what its steps were made with, not what was typed after the last of them', () => {
    const state = trained();
    state.run.config.value = { ...PLAIN, train: { ...PLAIN.train, beta: 0 } };
    state.run.before.value = [{ until: 9, config: PLAIN, texts: { beta: '1' } }];
    state.run.texts.value = { beta: '0' };
    keep(state, 5);
    expect(state.runs.kept.value).toMatchObject([{ config: PLAIN, texts: { beta: '1' }, before: [] }]);
  });

  it('has a run again that was taken up and came to nothing', () => {
    const state = trained();
    keep(state, 5);
    const [run] = state.runs.kept.value;
    if (!run) throw new Error('Expected a run that was kept.');
    takeUp(state, run);
    expect(state.runs.kept.value).toEqual([]);
    putBack(state, run);
    expect(state.runs.kept.value).toEqual([run]);
    expect(state.runs.name.value).toEqual({ number: 2, given: '' });
  });

  it('goes on with its optimiser, unless it is over', () => {
    const state = trained();
    const step = { weights: new Uint8Array(8), step: 9, exact: true } as const;
    keepRun(state, 5, step);
    state.run.ending.value = 'patience';
    keepRun(state, 6, step);
    const [whole, over] = state.runs.kept.value;
    if (!whole || !over) throw new Error('Expected runs that were kept.');
    expect([takeUp(state, whole).exact, takeUp(state, over).exact]).toEqual([true, undefined]);
  });

  it('brings a deleted run back to its place, with its look', () => {
    const state = trained();
    for (const run of [5, 6, 7]) keep(state, run);
    const before = state.runs.kept.value;
    const [first, deleted] = before;
    if (!first || !deleted) throw new Error('Expected runs that were kept.');
    state.runs.kept.value = before.filter((run) => run !== deleted);
    bringBack(state, deleted);
    expect(state.runs.kept.value).toEqual(before);
    // Another one has its look by now.
    state.runs.kept.value = before.filter((run) => run !== deleted);
    keep(state, 8);
    bringBack(state, deleted);
    expect(state.runs.kept.value.map(({ run }) => run)).toEqual([5, 6, 7, 8]);
    expect(new Set(state.runs.kept.value.map(({ look }) => look)).size).toBe(4);
  });

  it('names all that a sweep has pushed out, and brings all of them back', () => {
    const state = trained();
    for (let run = 1; run <= MOST_RUNS + 2; run++) keep(state, run);
    expect(state.runs.dropped.value.map(({ number }) => number)).toEqual([1, 2]);
    void state.undo.offered.value?.undo();
    expect(state.runs.kept.value.map(({ run }) => run)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('holds no more of what a sweep has pushed out than it keeps, and says what is lost', () => {
    const numbers = (state: ReturnType<typeof trained>) => [
      state.runs.dropped.value.map(({ number }) => number),
      state.undo.offered.value?.words().match(/\d+/g)?.map(Number),
    ];
    const many = trained();
    for (let run = 1; run <= 2 * MOST_RUNS + 2; run++) keep(many, run);
    expect(numbers(many)).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      [3, 4, 5, 6, 7, 8],
    ]);
    void many.undo.offered.value?.undo();
    expect(many.runs.kept.value.map(({ run }) => run)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    // They had to go, and are gone.
    expect(many.runs.dropped.value.map(({ number }) => number)).toEqual([1, 2]);
    const large = trained();
    for (let run = 1; run <= 6; run++) keep(large, run, 100 * MIB);
    expect(numbers(large)).toEqual([
      [1, 2, 3, 4],
      [3, 4],
    ]);
  });

  it('lets the oldest go when there are too many, and says which', () => {
    const state = trained();
    for (let run = 1; run <= MOST_RUNS; run++) keep(state, run);
    expect(state.runs.dropped.value).toEqual([]);
    keep(state, 99);
    expect(state.runs.kept.value).toHaveLength(MOST_RUNS);
    expect(state.runs.kept.value.map(({ run }) => run)).not.toContain(1);
    expect(state.runs.dropped.value).toEqual([{ number: 1, given: '' }]);
    state.undo.offered.value?.undo();
    expect(state.runs.kept.value.map(({ run }) => run)).toEqual([1, 2, 3, 4, 5, 6, 99]);
    expect(state.runs.dropped.value).toEqual([]);
    expect(new Set(state.runs.kept.value.map(({ look }) => look)).size).toBe(MOST_RUNS);
  });

  it('lets the oldest go when their models are too large', () => {
    const state = trained();
    for (const run of [1, 2, 3]) keep(state, run, 100 * MIB);
    expect(state.runs.kept.value.map(({ run }) => run)).toEqual([2, 3]);
    keep(state, 4, 300 * MIB);
    expect(state.runs.kept.value.map(({ run }) => run)).toEqual([4]);
  });
});
