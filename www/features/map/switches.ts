// What the map shows: its layers, switched on and off, and its grid. It opens over what is below and shifts nothing.

import { effect } from '@preact/signals-core';
import type { MapGrid } from '../../app/plane/viewport';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, make } from '../../ui/dom';
import { text } from '../../ui/text';
import { isOn, layers } from './layers';

export function showSwitches(state: State, send: Send) {
  const menu = find(HTMLDetailsElement, '#map-menu');
  find(HTMLElement, '#layer-switches').append(
    ...layers.filter((layer) => !layer.fixed).map((layer) => switchOf(layer, state, send)),
  );
  for (const radio of menu.querySelectorAll<HTMLInputElement>('input[name="map-grid"]')) {
    radio.addEventListener('change', () => send({ do: 'choose map grid', grid: radio.value as MapGrid }));
    effect(() => {
      radio.checked = state.plane.grid.value === radio.value;
    });
  }
  closeBeside(menu);
}

function switchOf(layer: (typeof layers)[number], state: State, send: Send) {
  const box = make('input', '');
  box.type = 'checkbox';
  const name = make('span', '');
  box.addEventListener('change', () => send({ do: 'switch layer', id: layer.id, on: box.checked }));
  effect(() => {
    box.checked = isOn(state, layer);
  });
  effect(() => {
    name.textContent = text.value.map.layers[layer.id];
  });
  return make('label', '', box, name);
}

/** Escape and a press elsewhere close it, as they close any menu. */
function closeBeside(menu: HTMLDetailsElement) {
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    find(HTMLElement, 'summary', menu).focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
