import { computed } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { placesOf } from './codes';
import type { MapStage } from './stage';

/** Has the test digits encoded for as long as a layer shows them; where their means lie on the plane. */
export function wantCodes(stage: MapStage, state: State, send: Send, layer: string) {
  const by = `map: ${layer}`;
  send({ do: 'want codes', by, wanted: true });
  stage.removed.addEventListener('abort', () => send({ do: 'want codes', by, wanted: false }));
  return computed(() =>
    state.codes.found.value ? placesOf(state.codes.found.value, state.plane.shown.value) : [],
  );
}
