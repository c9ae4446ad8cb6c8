// The training digits that are encoded the nearest to z: each can be taken as the input.

import type { Mount, PanelContext } from '../../app/feature';
import type { ReadonlyState } from '../../app/store';
import type { Neighbours } from '../../engine/protocol';
import { find, make, onFrame } from '../../ui/dom';
import { blankTile, paint, theme, wipe } from '../../ui/ink';
import { appendUntil, watch } from '../../ui/lifetime';
import { imageAt, nameOfClass } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { count, decimal } from '../../ui/words';
import { NEIGHBOURS, TRAINING_DIGITS } from './state';

export const mount: Mount = (root, context, signal) => {
  const { state, send } = context;
  const ask = find(HTMLButtonElement, '#find-neighbours', root);
  const words = find(HTMLElement, '#neighbours-words', root);
  const tiles = Array.from({ length: NEIGHBOURS }, (_, index) => makeTile(index, context, signal));
  appendUntil(signal, find(HTMLElement, '#neighbours', root), ...tiles.map(({ item }) => item));

  ask.addEventListener('click', () => send({ do: 'find neighbours' }), { signal });
  watch(signal, () => {
    ask.hidden = state.neighbours.wanted.value;
  });
  watch(signal, () => {
    words.textContent = describe(state);
  });
  const repaint = onFrame(() => {
    for (const [index, tile] of tiles.entries()) showTile(tile, index, state.neighbours.found.peek());
  }, signal);
  watch(signal, () => {
    theme.value;
    text.value;
    state.neighbours.found.value;
    repaint();
  });
};

function showTile({ button, canvas, caption }: Tile, index: number, neighbours: Neighbours | undefined) {
  const sample = neighbours?.samples[index];
  button.disabled = !sample;
  if (!neighbours || !sample) {
    wipe(canvas);
    return;
  }
  const distance = decimal(sample.distance, 2);
  paint(canvas, imageAt(neighbours.images, index), '--input');
  caption.textContent = `${nameOfClass(sample.label)} · ${distance}`;
  button.setAttribute('aria-label', text.peek().neighbours.neighbour(nameOfClass(sample.label), distance));
}

function describe(state: ReadonlyState) {
  const { idle, idleFar, fetching, encoding, shown } = text.value.neighbours.state;
  const used = state.data.used.value;
  const all = count(Math.min(TRAINING_DIGITS, used?.train ?? TRAINING_DIGITS));
  const known = state.neighbours.codes.value;
  if (known) return shown(count(known.count));
  if (!state.neighbours.wanted.value) return (used?.source.at === 'here' ? idle : idleFar)(all);
  const done = state.neighbours.encoded.value;
  return done === undefined ? fetching : encoding(count(done), all);
}

type Tile = ReturnType<typeof makeTile>;

function makeTile(index: number, { state, send }: PanelContext, signal: AbortSignal) {
  const canvas = blankTile();
  const caption = make('span', '', '–');
  const button = make('button', 'picture', canvas, caption);
  button.type = 'button';
  const take = () => {
    const neighbours = state.neighbours.found.peek();
    const sample = neighbours?.samples[index];
    if (!neighbours || !sample) return;
    const pixels = imageAt(neighbours.images, index).slice();
    send({ do: 'take sample', sample: { split: 'train', index: sample.index, label: sample.label, pixels } });
  };
  button.addEventListener('click', take, { signal });
  return { item: make('li', '', button), button, canvas, caption };
}
