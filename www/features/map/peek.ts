// Keeps what is decoded under a pointer in step with the point, the model and the class, also while the pointer rests.

import { conditionOf } from '../../app/latent/condition';
import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';

export function followPeek(state: State, model: Pick<ModelScope, 'follow' | 'onSize'>) {
  const condition = conditionOf(state);
  const { peekedAt, peek } = state.map;
  // It is no point of another space.
  model.onSize(() => {
    peekedAt.value = undefined;
  });
  model.follow({
    inputs: () => peekedAt.value && { z: peekedAt.value, classIndex: condition.value },
    ask: (it, { z, classIndex }) => it.latent.decode(Float32Array.from(z), classIndex),
    show(answer) {
      peek.value = answer && { z: answer.inputs.z, pixels: answer.value };
    },
  });
}
