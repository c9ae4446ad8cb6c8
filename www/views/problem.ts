import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { State } from '../store';
import { find } from './dom';

/** What went wrong, until it is dismissed. */
export function showProblem(state: State, send: Send) {
  const banner = find(HTMLElement, '#problem');
  find(HTMLButtonElement, 'button', banner).addEventListener('click', () => send({ do: 'dismiss' }));
  effect(() => {
    const words = state.problem.value;
    banner.hidden = words === undefined;
    find(HTMLParagraphElement, 'p', banner).textContent = words ?? '';
  });
}
