// The map's layers, from the bottom up. A new one is a file and a line here, and its name in the texts.

import { untracked } from '@preact/signals-core';
import type { Suits } from '../../app/feature';
import type { Send } from '../../app/send';
import type { ReadonlyState } from '../../app/store';
import { find, make } from '../../ui/dom';
import { appendUntil, watch } from '../../ui/lifetime';
import { shownData } from '../../ui/shown-data';
import type { Text } from '../../ui/text';
import { batch } from './layers/batch';
import { density } from './layers/density';
import { digits } from './layers/digits';
import { marker } from './layers/marker';
import { means } from './layers/means';
import { names } from './layers/names';
import { path } from './layers/path';
import { peek } from './layers/peek';
import { posterior } from './layers/posterior';
import { prior } from './layers/prior';
import { samples } from './layers/samples';
import { texts } from './layers/texts';
import { tiles } from './layers/tiles';
import type { MapParts } from './parts';
import { type MapStage, stageOf } from './stage';

export interface MapLayer {
  readonly id: keyof Text['map']['layers'];
  /** Whether it is for the model's data; for any data where it does not say. */
  readonly suits?: Suits;
  /** Whether it is shown while nobody has switched it; some are for some data. */
  readonly on: boolean | Suits;
  /** Shown always, without a switch. */
  readonly fixed?: true;
  /** What it makes ends with the stage's signal. */
  mount(stage: MapStage, state: ReadonlyState, send: Send): void;
}

export const layers: readonly MapLayer[] = [
  tiles,
  texts,
  density,
  digits,
  names,
  prior,
  means,
  peek,
  posterior,
  samples,
  batch,
  path,
  marker,
];

export const suitsData = ({ suits }: MapLayer) => suits?.(shownData.value) ?? true;

export function isOn(state: ReadonlyState, layer: MapLayer): boolean {
  const { id, on, fixed } = layer;
  if (!suitsData(layer)) return false;
  return fixed ?? state.map.layers.value.get(id) ?? (typeof on === 'boolean' ? on : on(shownData.value));
}

export function mountLayers({ root, canvas, view, state, send, signal }: MapParts) {
  const above = find(HTMLElement, '#map-layers', root);
  const legend = find(HTMLElement, '#map-legend', root);
  for (const layer of layers) {
    const place = make('div', `layer layer-${layer.id}`);
    const key = make('span', 'keys');
    appendUntil(signal, above, place);
    appendUntil(signal, legend, key);
    watch(signal, () => {
      if (!isOn(state, layer)) return undefined;
      const shown = new AbortController();
      untracked(() => layer.mount(stageOf(view, canvas, place, key, shown.signal), state, send));
      return () => shown.abort();
    });
  }
}
