// Drawings that become a data set: added from the pad, shown, taken back, trained on.

import './style.css';
import type { Mount } from '../../../app/feature';
import { SITE_DATA } from '../../../engine/data/spec';
import type { Drawn } from '../../../engine/protocol/importer';
import { find, make } from '../../../ui/dom';
import { paint, theme } from '../../../ui/ink';
import { watch } from '../../../ui/lifetime';
import { sayIn } from '../../../ui/said';
import markup from './markup.html?raw';
import { type Words, words } from './words';

/** So many make a map that can be read. */
const ENOUGH = 20;
const LEAST = 2;

export const mount: Mount = (root, context, signal) => {
  find(HTMLElement, 'div', root).innerHTML = markup;
  sayIn(root, words, signal);
  for (const show of [takeDrawings, showTiles, offerTraining]) show(root, context, signal);
  context.send({ do: 'list mine' });
};

const takeDrawings: Mount = (root, { state: { input, ownData }, send }, signal) => {
  const name = find(HTMLInputElement, '#mine-class', root);
  const add = find(HTMLButtonElement, '#mine-add', root);
  find(HTMLFormElement, '#mine-form', root).addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      send({ do: 'add to mine', class: name.value.trim() });
    },
    { signal },
  );
  watch(signal, () => {
    // What the page itself draws is nobody's.
    add.disabled = input.shown.value.kind !== 'drawing' || input.sketch.value.length > 0;
  });
  watch(signal, () => {
    const { length } = ownData.mine.value ?? [];
    find(HTMLElement, '#mine-count', root).textContent = countWords(length, words.value);
  });
};

export function countWords(count: number, said: Words): string {
  if (count < LEAST) return count === 0 ? said.none : said.few;
  return count < ENOUGH ? said.some(count) : said.enough(count);
}

const showTiles: Mount = (root, { state: { ownData }, send }, signal) => {
  const list = find(HTMLUListElement, '#mine-tiles', root);
  list.addEventListener(
    'click',
    ({ target }) => {
      const tile = target instanceof Element ? target.closest('li') : null;
      if (tile) send({ do: 'take from mine', index: [...list.children].indexOf(tile) });
    },
    { signal },
  );
  watch(signal, () => {
    theme.value;
    const at = [...list.children].findIndex((tile) => tile.contains(document.activeElement));
    list.replaceChildren(...(ownData.mine.value ?? []).map((drawn, index) => tileOf(drawn, index)));
    if (at < 0) return;
    // Who pressed one is at the next.
    const next = list.children[Math.min(at, list.children.length - 1)]?.querySelector('button');
    (next ?? find(HTMLElement, '#mine-class', root)).focus();
  });
};

function tileOf({ pixels, class: name }: Drawn, index: number) {
  const canvas = make('canvas', '');
  paint(canvas, pixels, '--ink', 1, SITE_DATA);
  const button = make('button', '', canvas);
  button.type = 'button';
  button.title = words.value.tile(index + 1, name);
  button.ariaLabel = button.title;
  return make('li', '', button);
}

const offerTraining: Mount = (root, { state: { ownData }, send }, signal) => {
  const mixed = find(HTMLInputElement, '#mine-mixed', root);
  const train = find(HTMLButtonElement, '#mine-train', root);
  const on = (element: HTMLElement, press: () => void) =>
    element.addEventListener('click', press, { signal });
  on(train, () => send({ do: 'train on mine', mixed: mixed.checked }));
  on(find(HTMLElement, '#mine-clear', root), () => send({ do: 'clear mine' }));
  watch(signal, () => {
    const { length } = ownData.mine.value ?? [];
    const makes = ownData.making.value;
    find(HTMLElement, '#mine-do', root).hidden = length === 0;
    train.disabled = makes || length < LEAST;
    find(HTMLElement, '#mine-made', root).textContent = makes ? words.value.making : words.value.made;
  });
};
