import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { failureWords } from '../../engine/failure/failure';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';

/** What went wrong, until it is dismissed. */
export function showProblem(state: State, send: Send) {
  const banner = find(HTMLElement, '#problem');
  const words = find(HTMLParagraphElement, 'p', banner);
  find(HTMLButtonElement, 'button', banner).addEventListener('click', () => send({ do: 'dismiss' }));
  effect(() => {
    const failure = state.page.problem.value;
    banner.hidden = failure === undefined;
    words.textContent = failure ? failureWords(failure, text.value.problems) : '';
  });
}
