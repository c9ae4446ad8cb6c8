// A slider for each attribute of a digit, along the direction of the latent space that changes it.

import { computed, effect } from '@preact/signals-core';
import { dot } from '../../app/latent/vectors';
import { REACH } from '../../app/plane/geometry';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import type { Direction } from '../../engine/protocol';
import { find, make, onFrame } from '../../ui/dom';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { wantCodesWhileOpen } from '../arithmetic/view';
import { ATTRIBUTES, type Attribute } from './state';

/** Below this share the direction says little of the attribute. */
const LITTLE = 0.1;

export function showDirections(state: State, send: Send) {
  const root = find(HTMLDetailsElement, '#directions');
  wantCodesWhileOpen(root, 'directions', send);
  effect(() => {
    root.classList.toggle('ready', state.directions.found.value !== undefined);
  });
  for (const attribute of ATTRIBUTES)
    find(HTMLElement, '.attributes', root).append(makeRow(attribute, state, send));
}

function makeRow(attribute: Attribute, state: State, send: Send): HTMLElement {
  const range = make('input', '');
  Object.assign(range, { type: 'range', min: String(-REACH), max: String(REACH), step: '0.01', value: '0' });
  range.disabled = true;
  range.addEventListener('input', (event) =>
    send({ do: 'move attribute', attribute, value: Number(range.value), since: event.timeStamp }),
  );
  const name = make('span', 'name');
  const value = make('span', 'value');
  const share = make('span', 'share');
  const row = make('div', 'attribute', make('p', 'figures', name, value, share), range);

  const direction = computed(() => {
    const found = state.directions.found.value;
    return found?.latentSize === state.latent.z.value.length ? found[attribute] : undefined;
  });
  effect(() => {
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
  });
  effect(() => {
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
