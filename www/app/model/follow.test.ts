import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ModelSummary } from '../../engine/protocol';
import type { State } from '../store';
import { followed, type Question } from './follow';
import { modelState } from './state';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ANSWER_MS = 10;

/** What was asked so far, by version and inputs; an answer takes its time. */
function open(rests: Pick<Question<string, string>, 'rest' | 'restWithSameInputs'>) {
  const model = modelState();
  const inputs = signal('a');
  const asked: string[] = [];
  const explorer = { askOf: (_version: number, question: (it: never) => never) => question({} as never) };
  const fail = (error: unknown) => {
    throw error;
  };
  const question: Question<string, string> = {
    ...rests,
    inputs: () => inputs.value,
    key: (inputs) => inputs,
    async ask(_it, inputs, asking) {
      asked.push(asking.model.version + inputs);
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      return inputs;
    },
    show: () => undefined,
  };
  const follower = followed(question, { model } as State, explorer, fail);
  const show = (version: number, run = 0) => {
    if (run === 0) follower.forget();
    model.shown.value = { version, run, step: 0, summary: {} as ModelSummary };
  };
  show(1);
  return { inputs, asked, show };
}

it('rests between two questions, and then asks the newest', async () => {
  const { asked, inputs } = open({ rest: 100 });
  inputs.value = 'b';
  await vi.advanceTimersByTimeAsync(ANSWER_MS + 50);
  inputs.value = 'c';
  expect(asked).toEqual(['1a']);
  await vi.advanceTimersByTimeAsync(50);
  expect(asked).toEqual(['1a', '1c']);
});

it.each([
  ['while it waits for an answer', 0],
  ['while it rests', ANSWER_MS],
])('takes no rest before a model of another source that comes %s', async (_when, milliseconds) => {
  const { asked, show } = open({ rest: 100, restWithSameInputs: 1000 });
  await vi.advanceTimersByTimeAsync(milliseconds);
  show(2);
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(asked).toEqual(['1a', '2a']);
});

it.each([
  ['while it waits for an answer', 0],
  ['while it rests', ANSWER_MS],
])('rests long for a later model only: not where other inputs come %s', async (_when, milliseconds) => {
  const { asked, inputs, show } = open({ restWithSameInputs: 1000 });
  show(2, 1);
  await vi.advanceTimersByTimeAsync(ANSWER_MS + 990);
  expect(asked).toEqual(['1a']);
  await vi.advanceTimersByTimeAsync(10);
  expect(asked).toEqual(['1a', '2a']);
  await vi.advanceTimersByTimeAsync(milliseconds);
  inputs.value = 'b';
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(asked).toEqual(['1a', '2a', '2b']);
});
