// Keeps the sum of z and the classes' means in step with them.

import { computed, effect } from '@preact/signals-core';
import { classMeans } from '../../app/codes/statistics';
import { conditionOf } from '../../app/latent/condition';
import { plus, type Vector } from '../../app/latent/vectors';
import { latest } from '../../app/latest';
import type { State } from '../../app/store';
import type { ExplorerClient } from '../../engine/explorer-client';
import type { Sum } from './state';

type Asked = Pick<ExplorerClient, 'ask'>;
type Report = (error: unknown) => void;
const PIXELS = 784;

export function keepSum(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const means = computed(
    () => state.codes.found.value && classMeans(state.codes.found.value, state.codes.found.value.latentSize),
  );
  const wanted = computed(() => state.codes.wantedBy.value.has('arithmetic'));
  const decode = latest(
    async (z: Vector, sum: Sum, [more, less]: readonly [Vector, Vector], digitClass: number) => {
      const result = plus(plus(z, more, sum.strength), less, -sum.strength);
      const points = Float32Array.from([more, less, result].flat());
      return { result, images: await explorer.ask((it) => it.decodeAll(points, z.length, digitClass)) };
    },
    ({ result, images }, _z, sum) => {
      const image = (index: number) => images.subarray(index * PIXELS, (index + 1) * PIXELS);
      state.arithmetic.decoded.value = {
        sum,
        result,
        images: { plus: image(0), minus: image(1), result: image(2) },
      };
    },
    report,
  );
  effect(() => {
    const z = state.latent.z.value;
    const sum = state.arithmetic.sum.value;
    const [more, less] = [means.value?.[sum.plus], means.value?.[sum.minus]];
    const fits = more?.length === z.length && less?.length === z.length;
    if (wanted.value && fits) decode(z, sum, [more, less], condition.value);
  });
}
