// What the map shows: its layers, switched on and off, and its grid. It opens over what is below and shifts nothing.

import type { Mount, PanelContext } from '../../app/feature';
import { gridWords } from '../../app/plane/grid-words';
import type { MapGrid } from '../../app/plane/viewport';
import { find, make } from '../../ui/dom';
import { seen, sideOf } from '../../ui/in-view';
import { appendUntil, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { isOn, layers, type MapLayer, suitsData } from './layers';

export const mountSwitches: Mount = (root, context, signal) => {
  const { state, send } = context;
  const menu = find(HTMLDetailsElement, '#map-menu', root);
  appendUntil(
    signal,
    find(HTMLElement, '#layer-switches', menu),
    ...layers.filter((layer) => !layer.fixed).map((layer) => switchOf(layer, context, signal)),
  );
  for (const radio of menu.querySelectorAll<HTMLInputElement>('input[name="map-grid"]')) {
    const choose = () => send({ do: 'choose map grid', grid: radio.value as MapGrid });
    radio.addEventListener('change', choose, { signal });
    watch(signal, () => {
      if (radio.nextElementSibling)
        radio.nextElementSibling.textContent = gridWords(state, radio.value as MapGrid);
    });
    watch(signal, () => {
      radio.checked = state.plane.grid.value === radio.value;
    });
  }
  openWhereSeen(menu, signal);
  closeBeside(menu, signal);
};

function switchOf(layer: MapLayer, { state, send }: PanelContext, signal: AbortSignal) {
  const box = make('input', '');
  box.type = 'checkbox';
  const name = make('span', '');
  const turn = () => send({ do: 'switch layer', id: layer.id, on: box.checked });
  box.addEventListener('change', turn, { signal });
  watch(signal, () => {
    box.checked = isOn(state, layer);
  });
  watch(signal, () => {
    name.textContent = text.value.map.layers[layer.id];
  });
  const label = make('label', '', box, name);
  watch(signal, () => {
    label.hidden = !suitsData(layer);
  });
  return label;
}

/** On that side of its name which has more room, below where it fits there, and no higher than that: the rest scrolls. */
function openWhereSeen(menu: HTMLDetailsElement, signal: AbortSignal) {
  const options = find(HTMLElement, '.map-options', menu);
  const place = () => {
    if (!menu.open) return;
    const { top, bottom } = find(HTMLElement, 'summary', menu).getBoundingClientRect();
    const { side, height } = sideOf({ top, bottom }, options.scrollHeight, seen());
    menu.classList.toggle('upwards', side === 'above');
    options.style.maxHeight = `${height}px`;
  };
  menu.addEventListener('toggle', place, { signal });
  addEventListener('resize', place, { signal });
}

/** Escape and a press elsewhere close it, as they close any menu. */
function closeBeside(menu: HTMLDetailsElement, signal: AbortSignal) {
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    find(HTMLElement, 'summary', menu).focus();
  };
  const closeByPress = ({ target }: PointerEvent) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  };
  menu.addEventListener('keydown', closeByKey, { signal });
  document.addEventListener('pointerdown', closeByPress, { signal });
}
