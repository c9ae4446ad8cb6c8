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
function open(rests: Pick<Question<string, string>, 'rest' | 'restWithSameInputs' | 'waiting'>) {
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

interface Pictured {
  pixels: Uint8Array;
}

it('tells a question that rests from one whose answer is on its way', async () => {
  let told = '';
  const waiting = (waits: boolean, rests: boolean) => {
    told = rests ? 'rests' : waits ? 'works' : 'is done';
  };
  const { show, inputs } = open({ restWithSameInputs: 1000, waiting });
  expect(told).toBe('works');
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(told).toBe('is done');
  show(2, 1);
  expect(told).toBe('rests');
  await vi.advanceTimersByTimeAsync(1000 - 1);
  show(3, 1);
  expect(told).toBe('rests');
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toBe('works');
  show(4, 1);
  expect(told).toBe('works');
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(told).toBe('rests');
  inputs.value = 'b';
  expect(told).toBe('works');
});

/** An answer in parts, each of which takes its time, given up where it is overtaken. */
function openInParts() {
  const model = modelState();
  const pixels = signal<Uint8Array | undefined>(Uint8Array.of(1));
  const asked: number[] = [];
  const shown: string[] = [];
  const explorer = { askOf: (_version: number, question: (it: never) => never) => question({} as never) };
  const question: Question<Pictured, string> = {
    restWithSameInputs: 1000,
    inputs: () => pixels.value && { pixels: pixels.value },
    async ask(_it, { pixels }, { model, overtaken }) {
      asked.push(model.version);
      for (let part = 0; part < 3; part++) {
        await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
        if (overtaken.aborted) return undefined;
      }
      return `${model.version} of ${pixels}`;
    },
    show: (answer) => void shown.push(answer?.value ?? 'nothing'),
  };
  const follower = followed(question, { model } as State, explorer, (error) => {
    throw error;
  });
  const show = (version: number, run = 1) => {
    model.shown.value = { version, run, step: version, summary: {} as ModelSummary };
  };
  return { pixels, asked, shown, show, follower };
}

it('sees an answer through while a model in training changes, though its picture is encoded anew each time', async () => {
  const { pixels, asked, shown, show } = openInParts();
  for (let version = 1; version <= 200; version++) {
    show(version);
    pixels.value = Uint8Array.of(1);
    await vi.advanceTimersByTimeAsync(ANSWER_MS);
  }
  // Two answers of 30 ms each in 2 s, with a rest of a second between.
  expect(shown).toEqual(['1 of 1', expect.stringMatching(/^1\d\d of 1$/)]);
  expect(asked).toHaveLength(2);
});

it('gives an answer up for another picture, for a model of another source, and where nobody wants it', async () => {
  const { pixels, asked, shown, show, follower } = openInParts();
  show(1);
  pixels.value = Uint8Array.of(2);
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  follower.forget();
  show(2, 0);
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  expect(asked).toEqual([1, 1, 2]);
  pixels.value = undefined;
  await vi.advanceTimersByTimeAsync(10 * ANSWER_MS);
  expect(shown).toEqual([]);
  pixels.value = Uint8Array.of(2);
  await vi.advanceTimersByTimeAsync(3 * ANSWER_MS);
  expect(shown).toEqual(['2 of 2']);
  // Nor does it rest when it is wanted again.
  pixels.value = undefined;
  pixels.value = Uint8Array.of(2);
  await vi.advanceTimersByTimeAsync(3 * ANSWER_MS);
  expect(shown).toEqual(['2 of 2', 'nothing', '2 of 2']);
});
