// Keeps what is decoded in step with z and the model.

import type { ModelScope } from '../model/scope';
import type { State } from '../store';
import { conditionOf } from './condition';

export function followDecoded(state: State, model: Pick<ModelScope, 'follow' | 'onSize'>) {
  const condition = conditionOf(state);
  const { z, linked, movedAt, decoded } = state.latent;
  model.onSize((latentSize) => {
    z.value = new Array<number>(latentSize).fill(0);
    linked.value = state.input.shown.peek().kind !== 'empty';
  });
  model.follow({
    inputs() {
      const inputs = { z: z.value, classIndex: condition.value, since: movedAt.peek() };
      // The encoding of an input brings its own reconstruction.
      if (linked.value) return undefined;
      movedAt.value = undefined;
      return inputs;
    },
    ask: (it, { z, classIndex }) => it.latent.decode(Float32Array.from(z), classIndex),
    show(answer) {
      if (answer && !linked.peek())
        decoded.value = { z: answer.inputs.z, pixels: answer.value, since: answer.inputs.since };
    },
    stays: true,
  });
}
