// What the regions of a model of items are called: by the items that stand out there, in their colours.

import { paintNames } from '../../../app/plane/named-cells';
import { hasItems } from '../../../engine/data/spec';
import { token } from '../../../ui/ink';
import { watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import type { MapLayer } from '../layers';

export const names: MapLayer = {
  id: 'names',
  suits: hasItems,
  on: true,
  mount(stage, state) {
    const { named, naming } = state.map;
    stage.paint((context, view) => {
      const colours = { paper: token('--paper'), text: token('--text') };
      if (named.value) paintNames(context, named.value, view, colours);
    });
    watch(stage.signal, () => {
      stage.base.ariaBusy = String(naming.value);
    });
    const key = stage.key('region');
    watch(stage.signal, () => {
      key.textContent = text.value.map.keys.names;
    });
  },
};
