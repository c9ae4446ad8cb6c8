// Where z is on the map, in words.

import { effect } from '@preact/signals-core';
import { axisNames } from '../../app/plane/axis-names';
import { fromPlane } from '../../app/plane/geometry';
import type { State } from '../../app/store';
import { find, onFrame, rewrite } from '../../ui/dom';
import { decimal } from '../../ui/words';

export function showReading(state: State) {
  const words = find(HTMLOutputElement, '#map-words');
  const read = onFrame(() => {
    const place = fromPlane(state.latent.z.peek(), state.plane.shown.peek());
    const named = axisNames(state).map((name, index) => `${name} = ${decimal(place[index] ?? 0, 2)}`);
    rewrite(words, named.join(', '));
  });
  effect(() => {
    state.latent.z.value;
    state.plane.shown.value;
    read();
  });
}
