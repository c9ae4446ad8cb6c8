// A notice of what was lost, and a button that brings it back.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { onUndoKeys } from '../../ui/keys';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

/** Not while the notice has the focus or the pointer. */
const STAYS_MS = 30_000;

export const mount: Mount = (root, { state, send }, signal) => {
  const words = find(HTMLElement, 'span', root);
  const button = find(HTMLButtonElement, '#undo-last', root);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => (root.matches(':hover, :focus-within') ? wait() : send({ do: 'let it be' })),
      STAYS_MS,
    );
  };
  const undo = () => {
    const last = state.undo.offered.peek();
    send({ do: 'undo' });
    if (last) document.querySelector<HTMLElement>(last.home)?.focus();
  };
  button.addEventListener('click', undo, { signal });
  find(HTMLButtonElement, '#undo-dismiss', root).addEventListener('click', () => send({ do: 'let it be' }), {
    signal,
  });
  // Before the pad takes it.
  onUndoKeys({ capture: true, signal }, { undo, useful: () => state.undo.offered.peek() !== undefined });
  watch(signal, () => {
    const last = state.undo.offered.value;
    root.hidden = !last;
    words.textContent = last?.words() ?? '';
    button.setAttribute('aria-label', last ? text.value.undo.undoThat(last.words()) : '');
    clearTimeout(timer);
    if (last) wait();
  });
  atEnd(signal, () => clearTimeout(timer));
};
