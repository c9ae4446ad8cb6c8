// The list of keys, on "?": it is read from where the keys are kept when it is opened.

import { effect } from '@preact/signals-core';
import { find, make } from '../../ui/dom';
import { allKeys, grouped, type Key, keysWork, letKeysWork, listenToKeys } from '../../ui/keys';
import { language, text } from '../../ui/text';

export function showKeyMap() {
  const dialog = find(HTMLDialogElement, '#keys');
  const list = find(HTMLElement, '#key-list');
  const work = find(HTMLInputElement, '#keys-work');
  find(HTMLButtonElement, '#show-keys').addEventListener('click', () => {
    fill(list);
    dialog.showModal();
  });
  find(HTMLButtonElement, '#close-keys').addEventListener('click', () => dialog.close());
  // A press beside it closes it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  work.addEventListener('change', () => letKeysWork(work.checked));
  effect(() => {
    work.checked = keysWork.value;
    list.classList.toggle('off', !keysWork.value);
  });
  effect(() => {
    language.value;
    if (dialog.open) fill(list);
  });
  listenToKeys();
}

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
