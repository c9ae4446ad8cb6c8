import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import { failureWords } from '../failure';
import type { State } from '../store';
import { text } from '../text';
import { find } from './dom';

/** What went wrong, until it is dismissed. */
export function showProblem(state: State, send: Send) {
  const banner = find(HTMLElement, '#problem');
  const words = find(HTMLParagraphElement, 'p', banner);
  find(HTMLButtonElement, 'button', banner).addEventListener('click', () => send({ do: 'dismiss' }));
  effect(() => {
    const failure = state.problem.value;
    banner.hidden = failure === undefined;
    words.textContent = failure ? failureWords(failure, text.value.problems) : '';
  });
}
