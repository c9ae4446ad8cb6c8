// Where z is on the map, in words.

import { axisNames } from '../../app/plane/axis-names';
import { fromPlane } from '../../app/plane/geometry';
import { find, onRead, rewrite } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { decimal } from '../../ui/words';
import type { MapParts } from './parts';

export function showReading({ root, state, signal }: MapParts) {
  const words = find(HTMLOutputElement, '#map-words', root);
  const read = onRead(() => {
    const place = fromPlane(state.latent.z.peek(), state.plane.shown.peek());
    const named = axisNames(state).map((name, index) => `${name} = ${decimal(place[index] ?? 0, 2)}`);
    rewrite(words, named.join(', '));
  }, signal);
  watch(signal, () => {
    state.latent.z.value;
    state.plane.shown.value;
    read();
  });
}
