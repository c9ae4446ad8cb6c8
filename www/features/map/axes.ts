// The map's axes: their ticks and names.

import { effect, type ReadonlySignal } from '@preact/signals-core';
import { axisNames } from '../../app/plane/axis-names';
import type { Viewport } from '../../app/plane/viewport';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, make, onFrame } from '../../ui/dom';
import { decimal } from '../../ui/words';
import { chooseAxes } from './axes-choice';
import { type Tick, ticksOf } from './ticks';

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
    const [first, second = ''] = axisNames(state);
    across.textContent = first ?? '';
    up.textContent = second;
  });
}
