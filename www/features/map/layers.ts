// The map's layers, from the bottom up. A new one is a file and a line here, and its name in the texts.

import { effect, untracked } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, make } from '../../ui/dom';
import type { Text } from '../../ui/text';
import { batch } from './layers/batch';
import { density } from './layers/density';
import { digits } from './layers/digits';
import { marker } from './layers/marker';
import { means } from './layers/means';
import { path } from './layers/path';
import { peek } from './layers/peek';
import { posterior } from './layers/posterior';
import { prior } from './layers/prior';
import { samples } from './layers/samples';
import { tiles } from './layers/tiles';
import { type MapStage, raiseStage, viewportOf } from './stage';

export interface MapLayer {
  readonly id: keyof Text['map']['layers'];
  /** Whether it is shown while nobody has switched it. */
  readonly on: boolean;
  /** Shown always, without a switch. */
  readonly fixed?: true;
  mount(stage: MapStage, state: State, send: Send): void;
}

export const layers: readonly MapLayer[] = [
  tiles,
  density,
  digits,
  prior,
  means,
  peek,
  posterior,
  samples,
  batch,
  path,
  marker,
];

export const isOn = (state: State, { id, on, fixed }: MapLayer) =>
  fixed ?? state.map.layers.value.get(id) ?? on;

export function mountLayers(state: State, send: Send) {
  const base = find(HTMLCanvasElement, '#map');
  const above = find(HTMLElement, '#map-layers');
  const legend = find(HTMLElement, '#map-legend');
  const view = viewportOf(state);
  for (const layer of layers) {
    const place = make('div', `layer layer-${layer.id}`);
    const key = make('span', 'keys');
    above.append(place);
    legend.append(key);
    effect(() => {
      if (!isOn(state, layer)) return undefined;
      return untracked(() => {
        const [stage, strike] = raiseStage(view, base, place, key);
        layer.mount(stage, state, send);
        return strike;
      });
    });
  }
  return view;
}
