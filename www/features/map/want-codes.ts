import { computed } from '@preact/signals-core';
import type { TestCodes } from '../../app/codes/state';
import type { Plane } from '../../app/plane/geometry';
import type { Send } from '../../app/send';
import type { ReadonlyState } from '../../app/store';
import { atEnd } from '../../ui/lifetime';
import type { MapStage } from './stage';

/** Has the test digits encoded for as long as a layer shows them, and answers with what `from` makes of them on the plane. */
export function wantCodes<Place>(
  stage: MapStage,
  state: ReadonlyState,
  send: Send,
  layer: string,
  from: (codes: TestCodes, plane: Plane) => Place[],
) {
  const by = `map: ${layer}`;
  send({ do: 'want codes', by, wanted: true });
  atEnd(stage.signal, () => send({ do: 'want codes', by, wanted: false }));
  return computed(() =>
    state.codes.found.value ? from(state.codes.found.value, state.plane.shown.value) : [],
  );
}
