// Keeps a strip of tiles along each latent dimension in step with z and the model.

import { conditionOf } from '../../app/latent/condition';
import type { ModelScope } from '../../app/model/scope';
import { REACH } from '../../app/plane/geometry';
import type { State } from '../../app/store';

export const TRAVERSAL_TILES = 9;
/** Tile centres lie where the slider's thumb is at their value. */
const TRAVERSAL_EXTENT = REACH * (1 - 1 / TRAVERSAL_TILES);
/** Beside a dragged z the strips come 15 times a second: the eye is at the digit, which needs the processor. */
const STRIPS_REST_MS = 60;

export function followTraversals(state: State, model: Pick<ModelScope, 'follow'>) {
  const condition = conditionOf(state);
  const view = { extent: TRAVERSAL_EXTENT, count: TRAVERSAL_TILES };
  model.follow({
    inputs: () => ({ z: state.latent.z.value, classIndex: condition.value }),
    ask: (it, inputs) => it.sliders.traversals({ ...view, ...inputs }),
    show(answer) {
      state.sliders.traversals.value = answer?.value ?? [];
    },
    rest: STRIPS_REST_MS,
  });
}
