// What was lost is offered until something else is done that can be undone.

import { effect, untracked } from '@preact/signals-core';
import type { State } from '../../app/store';

/** The pad undoes its own: a stroke after a deletion is what is undone next. */
export function followActions({ undo: { offered }, input: { shown } }: Pick<State, 'undo' | 'input'>) {
  let first = true;
  effect(() => {
    shown.value;
    if (!first) untracked(() => (offered.value = undefined));
    first = false;
  });
}
