// A notice of what was lost, and a button that brings it back.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
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
    if (last) document.querySelector<HTMLElement>(last.home)?.focus();
  };
  button.addEventListener('click', undo, { signal });
  find(HTMLButtonElement, '#undo-dismiss', root).addEventListener('click', () => send({ do: 'let it be' }), {
    signal,
  });
  pressByKeys(() => state.undo.offered.peek(), undo, signal);
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

/** Ctrl or Cmd with Z, before the pad takes it; fields that take text have an undo of their own. */
function pressByKeys(offered: () => Undoable | undefined, undo: () => void, signal: AbortSignal) {
  const press = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event;
    if (!(ctrlKey || metaKey) || altKey || shiftKey || key.toLowerCase() !== 'z' || !offered()) return;
    if (
      target instanceof Element &&
      target.matches('textarea, input:not([type="range"], [type="radio"], [type="checkbox"])')
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    undo();
  };
  document.addEventListener('keydown', press, { capture: true, signal });
}
