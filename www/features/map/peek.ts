// Keeps what is decoded under a pointer in step with the point, the model and the class, also while the pointer rests.

import { conditionOf } from '../../app/latent/condition';
import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';
import { hasItems } from '../../engine/data/spec';

/** So many are named under the pointer. */
const ITEMS = 4;

export function followPeek(state: State, model: Pick<ModelScope, 'follow' | 'onSize'>) {
  const condition = conditionOf(state);
  const { peekedAt, peek } = state.map;
  // It is no point of another space.
  model.onSize(() => {
    peekedAt.value = undefined;
  });
  model.follow({
    inputs: ({ summary }) =>
      peekedAt.value && !hasItems(summary.data)
        ? { z: peekedAt.value, classIndex: condition.value }
        : undefined,
    ask: (it, { z, classIndex }) => it.latent.decode(Float32Array.from(z), classIndex),
    show(answer) {
      peek.value = answer && { z: answer.inputs.z, pixels: answer.value };
    },
  });
  model.follow({
    inputs: ({ summary }) => (hasItems(summary.data) ? peekedAt.value : undefined),
    ask: (it, z) => it.map.itemsAt(z, ITEMS),
    show(answer) {
      peek.value = answer && { z: answer.inputs, items: answer.value.map(({ item }) => item) };
    },
  });
}
