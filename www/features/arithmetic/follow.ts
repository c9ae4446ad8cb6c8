// Keeps the sum of z and the classes' means in step with them.

import { computed } from '@preact/signals-core';
import { classMeans } from '../../app/codes/statistics';
import { conditionOf } from '../../app/latent/condition';
import { plus, type Vector } from '../../app/latent/vectors';
import type { ModelScope } from '../../app/model/scope';
import type { State } from '../../app/store';

export function followSum(state: State, model: Pick<ModelScope, 'follow'>) {
  const { sum, decoded } = state.arithmetic;
  const condition = conditionOf(state);
  const means = computed(() => {
    const codes = state.codes.found.value;
    return codes && classMeans(codes, codes.latentSize);
  });
  const wanted = computed(() => state.codes.wantedBy.value.has('arithmetic'));
  const result = (z: Vector, more: Vector, less: Vector, strength: number) =>
    plus(plus(z, more, strength), less, -strength);

  model.follow({
    inputs() {
      const [z, classIndex] = [state.latent.z.value, condition.value];
      const [more, less] = [means.value?.[sum.value.plus], means.value?.[sum.value.minus]];
      if (!wanted.value || !more || !less) return undefined;
      return { sum: sum.value, more, less, result: result(z, more, less, sum.value.strength), classIndex };
    },
    ask: (it, { more, less, result, classIndex }) =>
      it.latent.decodeAll(Float32Array.from([more, less, result].flat()), result.length, classIndex),
    show(answer) {
      if (!answer) {
        decoded.value = undefined;
        return;
      }
      const { inputs, value } = answer;
      const size = value.length / 3;
      const image = (index: number) => value.subarray(index * size, (index + 1) * size);
      decoded.value = {
        sum: inputs.sum,
        result: inputs.result,
        images: { plus: image(0), minus: image(1), result: image(2) },
      };
    },
    stays: true,
  });
}
