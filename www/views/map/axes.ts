// The map's axes: their ticks and names, and the choice of two dimensions where there are more.

import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Send } from '../../commands';
import { type Tick, ticksOf } from '../../map-ticks';
import type { Viewport } from '../../map-viewport';
import type { State } from '../../store';
import { find, make, onFrame, option } from '../dom';
import { decimal, latentName } from '../words';

/** Pixels between labels at least. */
const APART = 40;

export function showAxes(state: State, send: Send, view: ReadonlySignal<Viewport>) {
  showTicks(view);
  nameAxes(state);
  chooseAxes(state, send);
}

function showTicks(view: ReadonlySignal<Viewport>) {
  const across = find(HTMLElement, '.ticks.across');
  const up = find(HTMLElement, '.ticks.up');
  const place = onFrame(() => {
    const shown = view.peek();
    const { window, grid, width, height } = shown;
    const ends = (middle: number) => [middle - window.span / 2, middle + window.span / 2] as const;
    const [x, y] = window.centre;
    fill(
      across,
      ticksOf(ends(x), grid, width, (sigma) => shown.x(sigma), APART),
      'left',
      width,
    );
    fill(
      up,
      ticksOf(ends(y), grid, height, (sigma) => shown.y(sigma), APART),
      'top',
      height,
    );
  });
  effect(() => {
    view.value;
    place();
  });
}

function fill(list: HTMLElement, ticks: Tick[], side: 'left' | 'top', length: number) {
  const digits = ticks.some(({ sigma }) => !Number.isInteger(Math.round(sigma * 1e6) / 1e6)) ? 1 : 0;
  list.replaceChildren(
    ...ticks.map(({ sigma, at }) => {
      const label = make('li', '', decimal(sigma, digits).replace(/^−(0(?:\.0)?)$/, '$1'));
      label.style[side] = `${(100 * at) / length}%`;
      return label;
    }),
  );
}

function nameAxes(state: State) {
  const across = find(HTMLElement, '#axis-across-name');
  const up = find(HTMLElement, '#axis-up-name');
  effect(() => {
    const [x, y] = state.axes.value;
    across.textContent = latentName(x);
    up.textContent = x === y ? '' : latentName(y);
  });
}

/** More than two latent dimensions: two of them are chosen for the map. */
function chooseAxes(state: State, send: Send) {
  const choice = find(HTMLElement, '#axes-choice');
  const across = find(HTMLSelectElement, '#axis-across');
  const up = find(HTMLSelectElement, '#axis-up');

  effect(() => {
    const size = state.model.value?.summary.config.latentSize ?? 0;
    choice.hidden = size <= 2;
    if (across.length === size) return;
    for (const select of [across, up]) {
      select.replaceChildren(
        ...Array.from({ length: size }, (_, axis) => option(String(axis), latentName(axis))),
      );
    }
  });
  effect(() => {
    state.model.value;
    const [x, y] = state.axes.value;
    across.value = String(x);
    up.value = String(y);
  });
  // Choosing the other's axis swaps the two.
  across.addEventListener('change', () => {
    const [x, y] = state.axes.peek();
    const chosen = Number(across.value);
    send({ do: 'choose axes', axes: [chosen, chosen === y ? x : y] });
  });
  up.addEventListener('change', () => {
    const [x, y] = state.axes.peek();
    const chosen = Number(up.value);
    send({ do: 'choose axes', axes: [chosen === x ? y : x, chosen] });
  });
}
