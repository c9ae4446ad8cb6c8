import { describe, expect, it } from 'vitest';
import { madeWith, settled, valuesOf } from './course';
import { DEFAULT_FORM, DEFAULT_RUN } from './schema';

const withBeta = (beta: number) => ({
  config: { ...DEFAULT_RUN, train: { ...DEFAULT_RUN.train, beta } },
  texts: { ...DEFAULT_FORM, beta: String(beta) },
});
const until = (step: number, beta: number) => ({ until: step, ...withBeta(beta) });
const betasOf = (course: Parameters<typeof valuesOf>[0]) =>
  valuesOf(course, 'beta').map(({ text, since }) => [text, since]);

describe('what a run was trained with', () => {
  it('is nothing that was set after its last step', () => {
    const typed = { before: [until(900, 1)], ...withBeta(0) };
    expect(betasOf(madeWith(typed, 900))).toEqual([['1', 0]]);
    expect(madeWith(typed, 900).config.train.beta).toBe(1);
    expect(betasOf(madeWith(typed, 901))).toEqual([
      ['1', 0],
      ['0', 900],
    ]);
  });

  it('is nothing that the trainer has not taken over yet', () => {
    const waiting = { before: [until(Number.POSITIVE_INFINITY, 1)], ...withBeta(0) };
    expect(betasOf(madeWith(waiting, 50))).toEqual([['1', 0]]);
    const before = settled(waiting.before, 40);
    expect(betasOf(madeWith({ ...waiting, before }, 50))).toEqual([
      ['1', 0],
      ['0', 40],
    ]);
  });

  it('knows only the settings with which a step was made', () => {
    const typed = { before: [until(10, 1), until(10, 2), until(10, 3)], ...withBeta(4) };
    expect(betasOf(madeWith(typed, 20))).toEqual([
      ['1', 0],
      ['4', 10],
    ]);
    const andBack = { before: [until(10, 1), until(10, 2)], ...withBeta(1) };
    expect(madeWith(andBack, 20).before).toEqual([]);
  });

  it('keeps every change with its step', () => {
    const course = madeWith({ before: [until(5, 1), until(9, 2)], ...withBeta(4) }, 20);
    expect(betasOf(course)).toEqual([
      ['1', 0],
      ['2', 5],
      ['4', 9],
    ]);
  });

  it('is what it starts with before its first step', () => {
    expect(betasOf(madeWith({ before: [], ...withBeta(4) }, 0))).toEqual([['4', 0]]);
  });
});
