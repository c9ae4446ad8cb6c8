// Keeps the map on a plane of the model's space, and on the codes' principal axes where those were chosen: they turn as the
// model learns.

import { batch } from '@preact/signals-core';
import type { ModelScope } from '../model/scope';
import type { State } from '../store';
import { fromPlane, type Pair, type Plane, planeOfAxes } from './geometry';
import { WHOLE } from './viewport';

/** Another space has other axes. */
export function followSize({ plane }: State, model: Pick<ModelScope, 'onSize'>) {
  model.onSize((latentSize) => {
    const axes: Pair = latentSize > 1 ? [0, 1] : [0, 0];
    plane.axes.value = axes;
    plane.shown.value = planeOfAxes(latentSize, axes);
    plane.window.value = WHOLE;
    plane.principal.value = false;
    plane.share.value = undefined;
  });
}

export function followPrincipalAxes({ plane, codes }: State, model: Pick<ModelScope, 'follow'>) {
  const { principal, shown, share } = plane;
  model.follow({
    inputs: () => (principal.value ? codes.found.value : undefined),
    ask: (it, { mu, latentSize }) => it.plane.principalAxes(mu, latentSize),
    show(answer) {
      if (!answer) return;
      const { latentSize } = answer.inputs;
      const { directions, share: found } = answer.value;
      const before = shown.peek();
      const plane = { across: directions.slice(0, latentSize), up: directions.slice(latentSize) };
      batch(() => {
        shown.value = share.peek() === undefined ? plane : facing(plane, before);
        share.value = found;
      });
    },
  });
}

/** An axis has no sign of its own: it points as the one before did. */
function facing(plane: Plane, before: Plane): Plane {
  const flipped = (direction: readonly number[], turned: boolean) =>
    turned ? direction.map((value) => -value) : direction;
  const across = flipped(plane.across, fromPlane(plane.across, before)[0] < 0);
  return { across, up: flipped(plane.up, fromPlane(plane.up, before)[1] < 0) };
}
