import { expect, it } from 'vitest';
import { createState } from '../testing';
import { keepSum } from './follow';

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));

it('adds the mean of one class and takes away another’s, only while somebody looks', async () => {
  const asked: number[][] = [];
  const fake = {
    async decodeAll(points: Float32Array) {
      asked.push([...points]);
      return new Uint8Array(3 * 784);
    },
  };
  const state = createState();
  keepSum(
    state,
    { ask: (question) => question(fake as unknown as Parameters<typeof question>[0]) },
    (error) => {
      throw error;
    },
  );
  state.latent.z.value = [1, 1];
  state.arithmetic.sum.value = { plus: 4, minus: 9, strength: 0.5 };
  state.codes.found.value = {
    mu: Float32Array.of(2, 0, 0, 2, 4, 0),
    logVar: new Float32Array(6),
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
