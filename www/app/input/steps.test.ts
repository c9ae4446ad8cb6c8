import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import type { DataSpec } from '../../engine/protocol';
import { createState } from '../../features/testing';
import { showData } from '../../ui/shown-data';
import { inputCommands } from './commands';
import { inputSteps } from './steps';

let focus: 'textarea' | 'button';
let life: AbortController;
beforeEach(() => {
  focus = 'button';
  life = new AbortController();
  const activeElement = { matches: (selector: string) => selector === focus };
  vi.stubGlobal('document', Object.assign(new EventTarget(), { activeElement }));
});
afterEach(() => {
  life.abort();
  showData(SITE_DATA);
  vi.unstubAllGlobals();
});

const data = (width: number): DataSpec => ({ ...SITE_DATA, kind: 'items', width, height: 1 });

/** A page that likes, or where something is typed that becomes the input a moment later. */
function open() {
  showData(data(3));
  const state = createState();
  const handlers = inputCommands(state, {} as never);
  const send = (command: { do: string }) =>
    void (handlers as unknown as Record<string, (given: typeof command) => void>)[command.do]?.(command);
  const choose = (...row: number[]) => send({ do: 'choose items', row: Uint8Array.from(row) } as never);
  const shown = () => {
    const input = state.input.shown.value;
    if (input.kind === 'sample') return `test ${input.index}`;
    return input.kind === 'items' ? [...input.pixels].join('') : '';
  };
  return { state, send, choose, shown };
}

const sample = { split: 't10k', index: 7, label: 0, pixels: Uint8Array.of(1, 1, 1) };

it('takes back what is liked, liked no more, and a test person, one by one, and does them again', () => {
  const { state, send, choose, shown } = open();
  const steps = inputSteps({ state, send: send as never }, life.signal);
  expect([steps.back.value, steps.again.value]).toEqual([false, false]);
  choose(1, 0, 0);
  choose(1, 1, 0);
  send({ do: 'clear' });
  send({ do: 'take sample', sample } as never);
  const taken = [0, 1, 2, 3].map(() => {
    steps.undo();
    return shown();
  });
  expect(taken).toEqual(['', '110', '100', '']);
  expect([steps.back.value, steps.again.value]).toEqual([false, true]);
  for (let step = 0; step < 4; step++) steps.redo();
  expect([shown(), steps.again.value]).toEqual(['test 7', false]);
  // z back to the input is no step.
  send({ do: 'follow input' });
  steps.undo();
  expect(shown()).toBe('');
});

it('takes what is typed in one go for one step, and a line that is clicked for another', () => {
  const { state, send, choose, shown } = open();
  const typed = signal('');
  const write = (text: string) => {
    typed.value = text;
    if (!text) send({ do: 'clear' });
  };
  const steps = inputSteps({ state, send: send as never }, life.signal, { typed, write });
  focus = 'textarea';
  for (const text of ['t', 'te', 'tea']) write(text);
  choose(1, 0, 0);
  focus = 'button';
  write('an example');
  choose(0, 1, 0);
  send({ do: 'take sample', sample } as never);
  typed.value = '';
  steps.undo();
  expect(typed.value).toBe('an example');
  choose(0, 1, 0);
  steps.undo();
  expect(typed.value).toBe('tea');
  steps.undo();
  expect([typed.value, shown(), steps.back.value]).toEqual(['', '', false]);
  steps.redo();
  expect(typed.value).toBe('tea');
  focus = 'textarea';
  write('tea!');
  expect(steps.again.value).toBe(false);
});

it('forgets the steps of other data', () => {
  const { state, send, choose } = open();
  const steps = inputSteps({ state, send: send as never }, life.signal);
  choose(1, 0, 0);
  showData(data(4));
  expect(steps.back.value).toBe(false);
});
