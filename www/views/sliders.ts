// A slider for each latent dimension, with its KL for the input and what it does to the digit.

import { effect } from '@preact/signals-core';
import type { Send } from '../commands';
import { TRAVERSAL_TILES } from '../explore';
import { REACH } from '../map-geometry';
import type { State } from '../store';
import { find, make, onFrame } from './dom';
import { paint, theme } from './ink';
import { decimal, latentName } from './words';

/** Below this many nats a dimension carries nothing of the input. */
const COLLAPSED = 0.01;
const MANY = 16;

interface Row {
  element: HTMLElement;
  range: HTMLInputElement;
  value: HTMLElement;
  kl: HTMLElement;
  strip: HTMLCanvasElement;
}

export function showSliders(state: State, send: Send) {
  const root = find(HTMLElement, '#sliders');
  let rows: Row[] = [];

  effect(() => {
    const size = state.z.value.length;
    if (rows.length === size) return;
    rows = Array.from({ length: size }, (_, dimension) => makeRow(dimension, state, send));
    root.replaceChildren(...rows.map((row) => row.element));
    root.classList.toggle('several', size > 4);
    root.classList.toggle('many', size > MANY);
  });

  const setValues = onFrame(() => {
    for (const [dimension, value] of state.z.peek().entries()) {
      const row = rows[dimension];
      if (!row) continue;
      row.range.value = String(value);
      row.value.textContent = decimal(value, 2);
    }
  });
  effect(() => {
    state.z.value;
    setValues();
  });

  effect(() => {
    const encoding = state.encoding.value;
    // An autoencoder has none.
    const kl = encoding?.logVar.length ? encoding.klPerDimension : undefined;
    for (const [dimension, row] of rows.entries()) {
      const nats = kl?.[dimension];
      row.kl.textContent = nats === undefined ? '' : `KL ${decimal(nats, 2)}`;
      row.element.classList.toggle('collapsed', nats !== undefined && nats < COLLAPSED);
    }
  });

  const repaint = onFrame(() => {
    for (const [dimension, strip] of state.traversals.peek().entries()) {
      const canvas = rows[dimension]?.strip;
      if (canvas) paint(canvas, strip, '--ink', TRAVERSAL_TILES);
    }
  });
  effect(() => {
    theme.value;
    if (state.traversals.value.length > 0) repaint();
  });
}

function makeRow(dimension: number, state: State, send: Send): Row {
  const name = `Latent dimension ${dimension + 1}`;
  const range = make('input', '');
  Object.assign(range, { type: 'range', min: String(-REACH), max: String(REACH), step: '0.01', value: '0' });
  range.setAttribute('aria-label', name);
  range.addEventListener('input', (event) => {
    const z = [...state.z.peek()];
    z[dimension] = Number(range.value);
    send({ do: 'move', z, since: event.timeStamp });
  });
  const strip = make('canvas', 'tile');
  strip.setAttribute('role', 'img');
  strip.setAttribute('aria-label', `Digits along latent dimension ${dimension + 1}, from −4 to 4`);
  const value = make('span', 'value');
  const kl = make('span', 'nats');
  const figures = make('p', 'figures', make('span', 'name', latentName(dimension)), value, kl);
  const element = make('div', 'slider', figures, strip, range);
  return { element, range, value, kl, strip };
}
