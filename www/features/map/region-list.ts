// The regions of the map of a model of items as a list, for those who do not see it.

import { axisNames } from '../../app/plane/axis-names';
import { regionsOf } from '../../app/plane/regions';
import { find, make } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { nameOfItem } from '../../ui/shown-data';
import { text } from '../../ui/text';
import { decimal } from '../../ui/words';
import type { MapParts } from './parts';

/** The largest of them. */
const MOST = 12;

export function listRegions({ root, state, signal }: MapParts) {
  const list = find(HTMLElement, '#map-regions', root);
  watch(signal, () => {
    const named = state.map.named.value;
    list.hidden = !named;
    if (!named) return list.replaceChildren();
    const { across, up } = named.block;
    const regions = regionsOf(named.cells, across.length).slice(0, MOST);
    const lines = regions.map(({ items, deepest: [column, row] }) => {
      const at = [across[column] ?? 0, up[row] ?? 0];
      const place = axisNames(state).map((name, axis) => `${name} = ${decimal(at[axis] ?? 0, 1)}`);
      return make('li', '', text.value.map.region(items.map(nameOfItem), place.join(', ')));
    });
    list.replaceChildren(...lines);
  });
}
