// What the model writes at places of the plane, each on a tile in the colour that it has, where it has one.

import { paintTexts } from '../../../app/plane/written-cells';
import { hasTexts } from '../../../engine/data/spec';
import { token } from '../../../ui/ink';
import { watch } from '../../../ui/lifetime';
import type { MapLayer } from '../layers';

export const texts: MapLayer = {
  id: 'texts',
  suits: hasTexts,
  on: true,
  mount(stage, state) {
    const { written, writing } = state.map;
    stage.paint((context, view) => {
      if (written.value) paintTexts(context, written.value, view, token('--ink'));
    });
    watch(stage.signal, () => {
      stage.base.ariaBusy = String(writing.value);
    });
  },
};
