// Switches the lecture mode, in which the page's style leaves the rest out.

import type { Mount } from '../../app/feature';
import { onEscape } from '../../ui/keys';
import { atEnd, watch } from '../../ui/lifetime';

export const mount: Mount = (button, { state, send }, signal) => {
  const { on } = state.lecture;
  button.addEventListener('click', () => send({ do: 'lecture', on: !on.peek() }), { signal });
  onEscape(signal, () => {
    if (on.peek()) send({ do: 'lecture', on: false });
  });
  watch(signal, () => {
    button.setAttribute('aria-pressed', String(on.value));
    document.documentElement.classList.toggle('lecture', on.value);
    if (on.value) scrollTo(0, 0);
  });
  atEnd(signal, () => document.documentElement.classList.remove('lecture'));
};
