// The posterior as the distribution that it is: what several samples of it decode to, their mean and their spread.

import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import type { Samples } from '../protocol';
import { SAMPLES } from '../state/samples';
import type { State } from '../store';
import { text } from '../text';
import { find, make } from './dom';
import { paint, theme, wipe } from './ink';
import { decimal } from './words';

const PIXELS = 784;

export function showSamples(state: State, send: Send) {
  const section = find(HTMLDetailsElement, '#samples-section');
  const again = find(HTMLButtonElement, '#sample-again');
  const words = find(HTMLElement, '#samples-words');
  const tiles = makeTiles();
  section.addEventListener('toggle', () => send({ do: 'want samples', by: 'output', wanted: section.open }));
  again.addEventListener('click', () => send({ do: 'sample again' }));
  effect(() => {
    const { sample } = text.value.output;
    for (const [index, tile] of tiles.entries()) tile.setAttribute('aria-label', sample(index + 1));
  });
  effect(() => {
    theme.value;
    paintSamples(tiles, state.samples.value);
    again.disabled = !state.samples.value;
  });
  effect(() => {
    const { empty, autoencoder, shown } = text.value.output.samplesState;
    const { value: samples } = state.samples;
    if (state.model.value?.summary.config.deterministic) words.textContent = autoencoder;
    else words.textContent = samples ? shown(spreadWords(samples)) : empty;
  });
}

function makeTiles(): HTMLCanvasElement[] {
  const tiles = Array.from({ length: SAMPLES }, () => {
    const tile = make('canvas', 'tile');
    Object.assign(tile, { width: 28, height: 28 });
    tile.setAttribute('role', 'img');
    return tile;
  });
  find(HTMLElement, '#samples').append(...tiles);
  return tiles;
}

function paintSamples(tiles: HTMLCanvasElement[], samples: Samples | undefined) {
  const mean = find(HTMLCanvasElement, '#samples-mean');
  const deviation = find(HTMLCanvasElement, '#samples-deviation');
  if (!samples) {
    for (const canvas of [...tiles, mean, deviation]) wipe(canvas);
    return;
  }
  for (const [index, tile] of tiles.entries())
    paint(tile, samples.images.subarray(index * PIXELS, (index + 1) * PIXELS), '--output');
  paint(mean, samples.mean, '--output');
  paint(deviation, samples.deviation, '--output');
}

/** A byte of 255 is a deviation of one half. */
function spreadWords({ deviation }: Samples) {
  const sum = deviation.reduce((total, byte) => total + byte, 0);
  return decimal((100 * sum) / deviation.length / 255 / 2, 1);
}
