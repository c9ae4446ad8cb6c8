// A notice of what was lost, and a button that brings it back.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { onUndoKeys } from '../../ui/keys';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import type { Undoable } from './state';

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
    if (last) goHome(last);
  };
  const dismiss = () => {
    const last = state.undo.offered.peek();
    send({ do: 'let it be' });
    if (last) goHome(last);
  };
  button.addEventListener('click', undo, { signal });
  find(HTMLButtonElement, '#undo-dismiss', root).addEventListener('click', dismiss, { signal });
  // Before the pad takes it.
  onUndoKeys({ capture: true, signal }, { undo, useful: () => state.undo.offered.peek() !== undefined });
  const focus = watchFocus(signal);
  watch(signal, () => {
    const last = state.undo.offered.value;
    root.hidden = !last;
    words.textContent = last?.words() ?? '';
    button.ariaLabel = last ? text.value.undo.undoThat(last.words()) : null;
    clearTimeout(timer);
    if (!last) return;
    wait();
    // What was focused may have gone with what was lost: once all have shown that, the way back takes the focus.
    queueMicrotask(() => {
      if (focus.isLost()) button.focus({ preventScroll: true });
    });
  });
  atEnd(signal, () => clearTimeout(timer));
};

/** Whether what had the focus last has gone, and nothing has it now. */
function watchFocus(signal: AbortSignal) {
  let last: Element | undefined;
  const keep = ({ target }: FocusEvent) => {
    if (target instanceof Element) last = target;
  };
  document.addEventListener('focusin', keep, { signal });
  return {
    isLost() {
      const { activeElement: now, body } = document;
      return last?.checkVisibility() === false && (!now || now === body || now === last);
    },
  };
}

/** What is home may have gone, too. */
function goHome({ home }: Undoable) {
  const place = document.querySelector<HTMLElement>(home);
  if (place?.checkVisibility()) place.focus();
  else document.querySelector<HTMLElement>('#start')?.focus({ preventScroll: true });
}
