// What is liked or written, step by step: each can be taken back, and done again.

import { batch, computed, type ReadonlySignal, signal as signalOf } from '@preact/signals-core';
import { onUndoKeys } from '../../ui/keys';
import { watch } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import type { PanelContext } from '../feature';
import { countsText } from '../link/counts';
import { record, redo, type Undoable, undo, untouched } from '../undoable';
import type { Input } from './state';

interface Step {
  /** What tells it from another one. */
  key: string;
  input: Input;
  typed: string;
  /** Whether a person is typing it: until something else is done, that is one step. */
  typing: boolean;
}

export interface Steps {
  back: ReadonlySignal<boolean>;
  again: ReadonlySignal<boolean>;
  undo(): void;
  redo(): void;
}

/** Of a field for text. */
interface Typing {
  typed: ReadonlySignal<string>;
  /** Nothing of it is nothing at all. */
  write(typed: string): void;
}

type Given = Pick<PanelContext, 'state' | 'send'>;

/** Keeps them until the signal aborts, or other data comes. */
export function inputSteps(given: Given, signal: AbortSignal, typing?: Typing): Steps {
  const now = () => stepOf(given.state.input.shown.value, typing?.typed.value ?? '');
  const history = signalOf<Undoable<Step>>(untouched(now()));
  followSteps(history, now, signal);
  const go = (change: (history: Undoable<Step>) => Undoable<Step>) => {
    const next = change(history.peek());
    if (next === history.peek()) return;
    history.value = next;
    // What lies between is no step.
    batch(() => restore(next.present, given, typing));
  };
  const steps = { undo: () => go(undo), redo: () => go(redo) };
  onUndoKeys({ signal }, steps);
  return {
    ...steps,
    back: computed(() => history.value.past.length > 0),
    again: computed(() => history.value.future.length > 0),
  };
}

function followSteps(
  history: { value: Undoable<Step>; peek(): Undoable<Step> },
  now: () => Step,
  signal: AbortSignal,
) {
  let seen = now();
  let data = shownData.peek();
  watch(signal, () => {
    const step = now();
    const isOther = shownData.value !== data;
    data = shownData.value;
    if (isOther) history.value = untouched(step);
    else if (step.key !== seen.key) history.value = after(history.peek(), step);
    seen = step;
  });
}

function after(history: Undoable<Step>, step: Step): Undoable<Step> {
  const { past, present } = history;
  if (step.key === present.key) return history;
  if (step.typing && present.typing) return { past, present: step, future: [] };
  return record(history, step);
}

function stepOf(input: Input, typed: string): Step {
  const typing = document.activeElement?.matches('textarea') ?? false;
  return { key: keyOf(input, typed), input, typed, typing };
}

/** The words of what is typed come a moment after it. */
function keyOf(input: Input, typed: string): string {
  if (input.kind === 'sample') return `sample ${input.split} ${input.index}`;
  if (typed.trim()) return `typed ${typed}`;
  return input.kind === 'items' ? `items ${countsText(input.pixels)}` : '';
}

function restore({ input, typed }: Step, { send }: Given, typing: Typing | undefined) {
  if (input.kind === 'sample') return send({ do: 'take sample', sample: input });
  if (typing) typing.write(typed);
  else send({ do: 'clear' });
  if (!typed.trim() && input.kind === 'items') send({ do: 'choose items', row: input.pixels });
}
