// Copies the page's address, which carries what the page shows.

import type { Mount } from '../../app/feature';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

export const mount: Mount = (button, { state, send }, signal) => {
  button.addEventListener('click', () => send({ do: 'copy link' }), { signal });
  watch(signal, () => {
    const { copy, copied } = text.value.link;
    const left = state.link.copied.value;
    button.textContent = left ? copied[left] : copy;
  });
};
