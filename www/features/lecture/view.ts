// Switches the lecture mode, in which the page's style leaves the rest out.

import type { Mount } from '../../app/feature';
import { addKey } from '../../ui/keys';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

export const mount: Mount = (button, { state, send }, signal) => {
  const { on } = state.lecture;
  button.addEventListener('click', () => send({ do: 'lecture', on: !on.peek() }), { signal });
  addKey(signal, {
    keys: ['Escape'],
    words: () => text.value.lecture.leave,
    press: () => send({ do: 'lecture', on: false }),
  });
  watch(signal, () => {
    button.setAttribute('aria-pressed', String(on.value));
    document.documentElement.classList.toggle('lecture', on.value);
    if (on.value) scrollTo(0, 0);
  });
  atEnd(signal, () => document.documentElement.classList.remove('lecture'));
};
