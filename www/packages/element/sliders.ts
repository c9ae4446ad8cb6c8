// A slider for each latent dimension, where the page asks for them.

import { computed } from '@preact/signals-core';
import { REACH } from '../../app/plane/geometry';
import { find, make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import type { Parts } from './state';
import { shownNumber } from './z';

export function showSliders({ root, state, signal, move }: Parts) {
  const list = find(HTMLElement, '#sliders', root);
  const shown = computed(() => (state.controls.value && state.model.value ? state.z.value.length : 0));
  watch(signal, () => {
    const words = state.words.value;
    const rows = Array.from({ length: shown.value }, (_, dimension) => {
      const slide = (value: number) =>
        move(state.z.peek().map((old, at) => (at === dimension ? value : old)));
      return makeRow(dimension, words.dimension(dimension + 1), slide);
    });
    list.replaceChildren(...rows.map(({ row }) => row));
    list.hidden = rows.length === 0;
    // Within this effect it would make the rows again at each move.
    const ending = new AbortController();
    watch(ending.signal, () => {
      for (const [dimension, { set }] of rows.entries()) set(state.z.value[dimension] ?? 0);
    });
    return () => ending.abort();
  });
}

function makeRow(dimension: number, label: string, slide: (value: number) => void) {
  const range = make('input', '');
  Object.assign(range, { type: 'range', min: -REACH, max: REACH, step: 0.01, ariaLabel: label });
  range.addEventListener('input', () => slide(range.valueAsNumber));
  const number = make('span', 'number');
  const row = make('div', 'row', make('span', '', `z${dimension + 1}`), range, number);
  const set = (value: number) => {
    range.value = String(value);
    number.textContent = shownNumber(value);
  };
  return { row, set };
}
