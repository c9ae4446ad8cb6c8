// A slider for each attribute of a digit, along the direction of the latent space that changes it.

import { computed } from '@preact/signals-core';
import { wantCodesWhileOpen } from '../../app/codes/while-open';
import type { Mount, PanelContext } from '../../app/feature';
import { dot } from '../../app/latent/vectors';
import { REACH } from '../../app/plane/geometry';
import type { Direction } from '../../engine/protocol';
import { find, make, onFrame } from '../../ui/dom';
import { appendUntil, watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { ATTRIBUTES, type Attribute } from './state';

/** Below this share the direction says little of the attribute. */
const LITTLE = 0.1;

export const mount: Mount = (root, context, signal) => {
  const { state, send } = context;
  if (root instanceof HTMLDetailsElement) wantCodesWhileOpen(root, 'directions', send, signal);
  watch(signal, () => {
    root.classList.toggle('ready', state.directions.found.value !== undefined);
  });
  const rows = ATTRIBUTES.map((attribute) => makeRow(attribute, context, signal));
  appendUntil(signal, find(HTMLElement, '.attributes', root), ...rows);
};

function makeRow(attribute: Attribute, { state, send }: PanelContext, signal: AbortSignal): HTMLElement {
  const range = make('input', '');
  Object.assign(range, { type: 'range', min: String(-REACH), max: String(REACH), step: '0.01', value: '0' });
  range.disabled = true;
  const move = (event: Event) =>
    send({ do: 'move attribute', attribute, value: Number(range.value), since: event.timeStamp });
  range.addEventListener('input', move, { signal });
  const [name, value, share] = [make('span', 'name'), make('span', 'value'), make('span', 'share')];
  const row = make('div', 'attribute', make('p', 'figures', name, value, share), range);

  const direction = computed(() => state.directions.found.value?.[attribute]);
  watch(signal, () => {
    const strings = text.value.directions;
    name.textContent = strings[attribute];
    range.setAttribute('aria-label', strings[attribute]);
    const found = direction.value;
    range.disabled = found === undefined;
    share.textContent = found ? strings.rSquared(decimal(found.rSquared, 2)) : '';
    row.classList.toggle('little', found !== undefined && found.rSquared < LITTLE);
  });

  const setValue = onFrame(() => {
    const found = direction.peek();
    if (!found) return;
    const along = dot(found.unit, state.latent.z.peek());
    range.value = String(along);
    value.textContent = attributeWords(attribute, found, along);
    range.setAttribute('aria-valuetext', value.textContent);
  }, signal);
  watch(signal, () => {
    text.value;
    state.latent.z.value;
    direction.value;
    setValue();
  });
  return row;
}

/** What the regression reads off z. */
function attributeWords(attribute: Attribute, { atOrigin, slope }: Direction, along: number): string {
  const strings = text.peek().directions;
  const value = atOrigin + slope * along;
  return attribute === 'slant'
    ? strings.degrees(decimal((180 / Math.PI) * value, 0))
    : strings.pixels(decimal(value, 1));
}
