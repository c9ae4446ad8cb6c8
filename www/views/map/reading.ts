// Where z is on the map, in words.

import { effect } from '@preact/signals-core';
import { fromPlane } from '../../map/geometry';
import type { State } from '../../store';
import { find, onFrame, rewrite } from '../dom';
import { decimal } from '../words';
import { axisNames } from './axis-names';

export function showReading(state: State) {
  const words = find(HTMLOutputElement, '#map-words');
  const read = onFrame(() => {
    const place = fromPlane(state.z.peek(), state.plane.peek());
    const named = axisNames(state).map((name, index) => `${name} = ${decimal(place[index] ?? 0, 2)}`);
    rewrite(words, named.join(', '));
  });
  effect(() => {
    state.z.value;
    state.plane.value;
    read();
  });
}
