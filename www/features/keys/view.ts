// The list of keys, on "?": it is read from where the keys are kept when it is opened.

import type { Mount } from '../../app/feature';
import { find, make } from '../../ui/dom';
import { allKeys, grouped, type Key, keysWork, letKeysWork, listenToKeys } from '../../ui/keys';
import { watch } from '../../ui/lifetime';
import { language, text } from '../../ui/text';

/** The button that opens it stands apart. */
export const mountButton: Mount = (button, _context, signal) => {
  const dialog = find(HTMLDialogElement, '#keys');
  const list = find(HTMLElement, '#key-list', dialog);
  const open = () => {
    fill(list);
    dialog.showModal();
  };
  button.addEventListener('click', open, { signal });
};

export const mount: Mount = (dialog, _context, signal) => {
  if (!(dialog instanceof HTMLDialogElement)) return;
  const list = find(HTMLElement, '#key-list', dialog);
  const work = find(HTMLInputElement, '#keys-work', dialog);
  const close = () => dialog.close();
  find(HTMLButtonElement, '#close-keys', dialog).addEventListener('click', close, { signal });
  // A press beside it closes it.
  const pressed = ({ target }: MouseEvent) => {
    if (target === dialog) close();
  };
  dialog.addEventListener('click', pressed, { signal });
  work.addEventListener('change', () => letKeysWork(work.checked), { signal });
  watch(signal, () => {
    work.checked = keysWork.value;
    list.classList.toggle('off', !keysWork.value);
  });
  watch(signal, () => {
    language.value;
    if (dialog.open) fill(list);
  });
  listenToKeys(signal);
};

function fill(list: HTMLElement) {
  const groups = grouped(allKeys(), ({ on }) => on?.words() ?? text.value.keys.everywhere);
  const parts = groups.map(([place, keys]) =>
    make('section', '', make('h3', '', place), make('dl', '', ...keys.map(line))),
  );
  list.replaceChildren(...parts);
}

function line({ keys, shown, words }: Key) {
  const caps = shown ? [make('kbd', '', shown)] : keys.map((key) => make('kbd', '', capOf(key)));
  return make('div', '', make('dt', '', ...caps), make('dd', '', words()));
}

/** Control+Shift+Z as it stands on a keyboard. */
const capOf = (key: string) =>
  key.length === 1 ? key.toUpperCase() : key.replace('Control', 'Ctrl').replaceAll('+', ' + ');
