import { expect, it } from 'vitest';
import { openModel } from '../testing';
import { followSum } from './follow';

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

it('adds the mean of one class and takes away another’s, only while somebody looks', async () => {
  const asked: number[][] = [];
  const { state, model, show } = openModel({
    latent: {
      async decodeAll(points) {
        asked.push([...points]);
        return new Uint8Array(3 * 784);
      },
    },
  });
  followSum(state, model);
  show();
  state.latent.z.value = [1, 1];
  state.arithmetic.sum.value = { plus: 4, minus: 9, strength: 0.5 };
  state.codes.found.value = {
    mu: Float32Array.of(2, 0, 0, 2, 4, 0),
    logVar: new Float32Array(6),
    factor: new Float32Array(),
    labels: Uint8Array.of(4, 9, 4),
    version: 1,
    latentSize: 2,
  };
  await settled();
  expect(asked).toEqual([]);
  state.codes.wantedBy.value = new Set(['arithmetic']);
  await settled();
  expect(asked).toEqual([[3, 0, 0, 2, 2.5, 0]]);
  expect(state.arithmetic.decoded.value?.result).toEqual([2.5, 0]);
});
