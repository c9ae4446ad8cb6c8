import type { Mount } from '../../app/feature';
import { failureWords } from '../../engine/failure/failure';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

/** What went wrong, until it is tried again or dismissed. */
export const mount: Mount = (banner, { state, send }, signal) => {
  // Until now stuck.js did.
  document.documentElement.dataset.speaks = '';
  const words = find(HTMLParagraphElement, 'p', banner);
  const again = find(HTMLButtonElement, '#again', banner);
  const dismiss = find(HTMLButtonElement, '#dismiss', banner);
  again.addEventListener('click', () => send({ do: 'try again' }), { signal });
  dismiss.addEventListener('click', () => send({ do: 'dismiss' }), { signal });
  watch(signal, () => {
    const failure = state.page.problem.value;
    banner.hidden = failure === undefined;
    words.textContent = failure ? failureWords(failure, text.value.problems) : '';
    again.hidden = state.page.again.value.length === 0;
  });
};
