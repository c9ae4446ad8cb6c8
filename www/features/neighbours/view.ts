// The training digits that are encoded the nearest to z: each can be taken as the input.

import { effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import type { Neighbours } from '../../engine/protocol';
import { find, make, onFrame } from '../../ui/dom';
import { paint, theme, wipe } from '../../ui/ink';
import { text } from '../../ui/text';
import { count, decimal } from '../../ui/words';
import { NEIGHBOURS, TRAINING_DIGITS } from './state';

const PIXELS = 784;

export function showNeighbours(state: State, send: Send) {
  const ask = find(HTMLButtonElement, '#find-neighbours');
  const words = find(HTMLElement, '#neighbours-words');
  const tiles = Array.from({ length: NEIGHBOURS }, (_, index) => makeTile(index, state, send));
  find(HTMLElement, '#neighbours').append(...tiles.map(({ item }) => item));

  ask.addEventListener('click', () => send({ do: 'find neighbours' }));
  effect(() => {
    ask.hidden = state.neighbours.wanted.value;
  });
  effect(() => {
    words.textContent = describe(state);
  });
  const repaint = onFrame(() => {
    for (const [index, tile] of tiles.entries()) showTile(tile, index, state.neighbours.found.peek());
  });
  effect(() => {
    theme.value;
    text.value;
    state.neighbours.found.value;
    repaint();
  });
}

function showTile({ button, canvas, caption }: Tile, index: number, neighbours: Neighbours | undefined) {
  const digit = neighbours?.digits[index];
  button.disabled = !digit;
  if (!neighbours || !digit) {
    wipe(canvas);
    return;
  }
  const distance = decimal(digit.distance, 2);
  paint(canvas, neighbours.images.subarray(index * PIXELS, (index + 1) * PIXELS), '--input');
  caption.textContent = `${digit.label} · ${distance}`;
  button.setAttribute('aria-label', text.peek().neighbours.neighbour(digit.label, distance));
}

function describe(state: State) {
  const { idle, fetching, encoding, shown } = text.value.neighbours.state;
  const known = state.neighbours.codes.value;
  if (known) return shown(count(known.count));
  if (!state.neighbours.wanted.value) return idle;
  const done = state.neighbours.encoded.value;
  return done === undefined ? fetching : encoding(count(done), count(TRAINING_DIGITS));
}

type Tile = ReturnType<typeof makeTile>;

function makeTile(index: number, state: State, send: Send) {
  const canvas = make('canvas', 'tile');
  Object.assign(canvas, { width: 28, height: 28 });
  const caption = make('span', '', '–');
  const button = make('button', 'picture', canvas, caption);
  button.type = 'button';
  button.addEventListener('click', () => {
    const neighbours = state.neighbours.found.peek();
    const digit = neighbours?.digits[index];
    if (!neighbours || !digit) return;
    const pixels = neighbours.images.slice(index * PIXELS, (index + 1) * PIXELS);
    send({ do: 'take digit', digit: { split: 'train', index: digit.index, label: digit.label, pixels } });
  });
  return { item: make('li', '', button), button, canvas, caption };
}
