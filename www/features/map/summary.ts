// What the map shows, in words, for those who do not see it.

import { axisNames } from '../../app/plane/axis-names';
import { gathered } from '../../app/plane/viewport';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import { isOn, layers } from './layers';
import type { MapParts } from './parts';

export function describeMap({ root, view, state, signal }: MapParts) {
  const words = find(HTMLElement, '#map-summary', root);
  watch(signal, () => {
    const { grid, window } = view.value;
    const { map } = text.value;
    const stretches = axisNames(state).map((name, axis) => {
      const middle = window.centre[axis] ?? 0;
      const end = (side: number) => decimal(gathered(middle + (side * window.span) / 2, grid), 1);
      return map.stretch(name, end(-1), end(1));
    });
    const shown = layers.filter((layer) => isOn(state, layer)).map(({ id }) => map.layers[id]);
    words.textContent = map.summary(stretches, shown);
  });
}
