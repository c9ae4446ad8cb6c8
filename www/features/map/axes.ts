// The map's axes: their ticks and names.

import { axisNames } from '../../app/plane/axis-names';
import { type Tick, ticksOf } from '../../app/plane/ticks';
import { find, make, onFrame } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { decimal } from '../../ui/words';
import { chooseAxes } from './axes-choice';
import type { MapParts } from './parts';

export function showAxes(parts: MapParts) {
  showTicks(parts);
  nameAxes(parts);
  chooseAxes(parts);
}

function showTicks({ root, view, state, signal }: MapParts) {
  const across = find(HTMLElement, '.ticks.across', root);
  const up = find(HTMLElement, '.ticks.up', root);
  const place = onFrame(() => {
    const shown = view.peek();
    const { window, grid, width, height } = shown;
    const ends = (middle: number) => [middle - window.span / 2, middle + window.span / 2] as const;
    const [x, y] = window.centre;
    // Labels want a little more room than the widest tiles.
    const apart = 1.2 * state.map.widest.peek();
    fill(
      across,
      ticksOf(ends(x), grid, width, (sigma) => shown.x(sigma), apart),
      'left',
      width,
    );
    fill(
      up,
      ticksOf(ends(y), grid, height, (sigma) => shown.y(sigma), apart),
      'top',
      height,
    );
  }, signal);
  watch(signal, () => {
    view.value;
    state.map.widest.value;
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

function nameAxes({ root, state, signal }: MapParts) {
  const across = find(HTMLElement, '#axis-across-name', root);
  const up = find(HTMLElement, '#axis-up-name', root);
  watch(signal, () => {
    const [first, second = ''] = axisNames(state);
    across.textContent = first ?? '';
    up.textContent = second;
  });
}
