// What can be saved as a file.

import type { Export } from '../../app/export/exports';
import type { Mount, PanelContext } from '../../app/feature';
import { find, make } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

export const mount: Mount = (root, { state, send, exports }, signal) => {
  const plain = find(HTMLInputElement, '#export-plain', root);
  const words = find(HTMLElement, '#export-words', root);
  const buttons = exports.map((one) =>
    buttonOf(one, state, signal, () => send({ do: 'save', what: one.name, plain: plain.checked })),
  );
  find(HTMLElement, '.exports', root).prepend(...buttons);
  atEnd(signal, () => {
    for (const button of buttons) button.remove();
  });
  watch(signal, () => {
    const { saving, notYet } = text.value.export;
    const missing = exports.some(({ isThere }) => isThere?.(state) === false);
    words.textContent = state.export.saving.value ? saving : missing ? notYet : '';
  });
};

function buttonOf(one: Export, state: PanelContext['state'], signal: AbortSignal, save: () => void) {
  const button = make('button', '');
  button.type = 'button';
  button.dataset.save = one.name;
  button.addEventListener('click', save, { signal });
  watch(signal, () => {
    button.textContent = one.words();
    button.disabled = one.isThere?.(state) === false;
  });
  return button;
}
