// The posterior as the distribution that it is: what several samples of it decode to, their mean and their spread.

import type { Mount, PanelContext } from '../../app/feature';
import { ofInput } from '../../app/input/away';
import type { PosteriorDraws } from '../../engine/protocol';
import { find, make } from '../../ui/dom';
import { blankTile, paint, theme, wipe } from '../../ui/ink';
import { appendUntil, atEnd, watch } from '../../ui/lifetime';
import { imageAt } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { SAMPLES } from './state';

export const mount: Mount = (root, context, signal) => {
  const { state, send } = context;
  const again = find(HTMLButtonElement, '#sample-again', root);
  const words = find(HTMLElement, '#samples-words', root);
  const tiles = makeTiles(root, context, signal);
  ofInput(root, context, signal);
  const want = (wanted: boolean) => send({ do: 'want samples', by: 'output', wanted });
  root.addEventListener('toggle', () => want(root.hasAttribute('open')), { signal });
  atEnd(signal, () => want(false));
  again.addEventListener('click', () => send({ do: 'sample again' }), { signal });
  watch(signal, () => {
    const { sample } = text.value.samples;
    for (const [index, { button }] of tiles.entries()) button.setAttribute('aria-label', sample(index + 1));
  });
  watch(signal, () => {
    theme.value;
    const { value: samples } = state.samples.drawn;
    paintSamples(
      root,
      tiles.map(({ canvas }) => canvas),
      samples,
    );
    for (const button of [again, ...tiles.map((tile) => tile.button)]) button.disabled = !samples;
  });
  watch(signal, () => {
    const { empty, autoencoder, shown } = text.value.samples.state;
    const { value: samples } = state.samples.drawn;
    if (state.model.shown.value?.summary.config.deterministic) words.textContent = autoencoder;
    else words.textContent = samples ? shown(spreadWords(samples)) : empty;
  });
};

/** Each takes z to where it was drawn. */
function makeTiles(root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const tiles = Array.from({ length: SAMPLES }, (_, index) => {
    const canvas = blankTile();
    const button = make('button', 'picture', canvas);
    button.type = 'button';
    const move = () => {
      const z = state.samples.drawn.peek()?.z ?? [];
      const size = z.length / SAMPLES;
      send({ do: 'move', z: Array.from(z.slice(index * size, (index + 1) * size)) });
    };
    button.addEventListener('click', move, { signal });
    return { button, canvas };
  });
  appendUntil(signal, find(HTMLElement, '#samples', root), ...tiles.map(({ button }) => button));
  return tiles;
}

function paintSamples(root: HTMLElement, tiles: HTMLCanvasElement[], samples: PosteriorDraws | undefined) {
  const mean = find(HTMLCanvasElement, '#samples-mean', root);
  const deviation = find(HTMLCanvasElement, '#samples-deviation', root);
  if (!samples) {
    for (const canvas of [...tiles, mean, deviation]) wipe(canvas);
    return;
  }
  for (const [index, tile] of tiles.entries()) paint(tile, imageAt(samples.images, index), '--output');
  paint(mean, samples.mean, '--output');
  paint(deviation, samples.deviation, '--output');
}

/** A byte of 255 is a deviation of one half. */
function spreadWords({ deviation }: PosteriorDraws) {
  const sum = deviation.reduce((total, byte) => total + byte, 0);
  return decimal((100 * sum) / deviation.length / 255 / 2, 1);
}
