// Keeps what is found from the test digits' codes in step with them: class means, and directions of attributes.

import { computed, effect } from '@preact/signals-core';
import { latest } from '../latest';
import type { Sum } from '../state/attributes';
import type { TestCodes } from '../state/codes';
import type { State } from '../store';
import { classMeans } from './code-statistics';
import { conditionOf } from './explore';
import type { ExplorerClient } from './explorer-client';
import { plus, type Vector } from './vectors';

type Asked = Pick<ExplorerClient, 'ask'>;
type Report = (error: unknown) => void;
const PIXELS = 784;

export function keepAttributes(state: State, explorer: Asked, report: Report) {
  keepDirections(state, explorer, report);
  keepSum(state, explorer, report);
}

function keepDirections(state: State, explorer: Asked, report: Report) {
  const find = latest(
    ({ mu, logVar, labels, latentSize }: TestCodes) =>
      explorer.ask((it) => it.directions({ mu, logVar, labels }, latentSize)),
    (directions, { latentSize }) => {
      state.directions.value = { ...directions, latentSize };
    },
    report,
  );
  const wanted = computed(() => state.codesWantedBy.value.has('directions'));
  effect(() => {
    if (wanted.value && state.codes.value) find(state.codes.value);
  });
}

function keepSum(state: State, explorer: Asked, report: Report) {
  const condition = conditionOf(state);
  const means = computed(
    () => state.codes.value && classMeans(state.codes.value, state.codes.value.latentSize),
  );
  const wanted = computed(() => state.codesWantedBy.value.has('arithmetic'));
  const decode = latest(
    async (z: Vector, sum: Sum, [more, less]: readonly [Vector, Vector], digitClass: number) => {
      const result = plus(plus(z, more, sum.strength), less, -sum.strength);
      const points = Float32Array.from([more, less, result].flat());
      return { result, images: await explorer.ask((it) => it.decodeAll(points, z.length, digitClass)) };
    },
    ({ result, images }, _z, sum) => {
      const image = (index: number) => images.subarray(index * PIXELS, (index + 1) * PIXELS);
      state.decodedSum.value = { sum, result, images: { plus: image(0), minus: image(1), result: image(2) } };
    },
    report,
  );
  effect(() => {
    const z = state.z.value;
    const sum = state.sum.value;
    const [more, less] = [means.value?.[sum.plus], means.value?.[sum.minus]];
    const fits = more?.length === z.length && less?.length === z.length;
    if (wanted.value && fits) decode(z, sum, [more, less], condition.value);
  });
}
