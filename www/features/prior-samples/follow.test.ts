import { expect, it } from 'vitest';
import { openModel } from '../testing';
import { followPriorSamples } from './follow';
import { COLUMNS, drawnShares, pointsOf, ROWS } from './state';

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));
const COUNT = ROWS * COLUMNS;

it('decodes the draws while somebody looks, and forgets them with the model', async () => {
  const asked: [points: number, latentSize: number][] = [];
  const { state, model, show } = openModel({
    latent: {
      async decodeAll(points, latentSize) {
        asked.push([points.length, latentSize]);
        return new Uint8Array(COUNT);
      },
    },
  });
  followPriorSamples(state, model);
  show({ latentSize: 3 });
  await settled();
  expect(asked).toEqual([]);
  state.priorSamples.shown.value = true;
  await settled();
  expect(asked).toEqual([[3 * COUNT, 3]]);
  expect(state.priorSamples.images.value).toHaveLength(COUNT);
  show({ latentSize: 5 });
  expect(state.priorSamples.images.value).toBeUndefined();
  await settled();
  expect(asked.at(-1)).toEqual([5 * COUNT, 5]);
});

it('draws from N(0, 1)', () => {
  // The golden ratio's multiples are spread evenly.
  let turn = 0;
  const shares = drawnShares(() => {
    turn += 0.6180339887498949;
    return turn % 1;
  });
  const points = pointsOf(shares, 64);
  const mean = points.reduce((sum, value) => sum + value, 0) / points.length;
  const square = points.reduce((sum, value) => sum + value * value, 0) / points.length;
  expect(points).toHaveLength(64 * COUNT);
  expect(mean).toBeCloseTo(0, 2);
  expect(square).toBeCloseTo(1, 2);
});
