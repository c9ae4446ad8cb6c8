import type { Mount } from '../../app/feature';
import { failureWords } from '../../engine/failure/failure';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

/** What went wrong, until it is dismissed. */
export const mount: Mount = (banner, { state, send }, signal) => {
  // Until now early-errors.js did.
  document.documentElement.dataset.speaks = '';
  const words = find(HTMLParagraphElement, 'p', banner);
  const dismiss = () => send({ do: 'dismiss' });
  find(HTMLButtonElement, 'button', banner).addEventListener('click', dismiss, { signal });
  watch(signal, () => {
    const failure = state.page.problem.value;
    banner.hidden = failure === undefined;
    words.textContent = failure ? failureWords(failure, text.value.problems) : '';
  });
};
