import { expect, it } from 'vitest';
import { planeOfAxes } from '../../app/plane/geometry';
import { Viewport, WHOLE } from '../../app/plane/viewport';
import { densityOf, meanPlaces, nearest, pixelsOf, placesOf } from './codes';

const codes = {
  mu: Float32Array.of(1, 2, 3, -1, 0, 5),
  logVar: new Float32Array(6),
  factor: new Float32Array(),
  labels: Uint8Array.of(4, 4),
  version: 1,
  latentSize: 3,
};

it('codes lie where the plane shows them', () => {
  expect(placesOf(codes, planeOfAxes(3, [2, 0]))).toEqual([
    [3, 1],
    [5, -1],
  ]);
});

it('codes of a single dimension are strewn over the strip', () => {
  const view = new Viewport(WHOLE, 'equal spacing', 600, 60);
  const [first, second] = pixelsOf(
    [
      [0, 0],
      [0, 0],
    ],
    view,
  );
  expect(first?.[0]).toBe(300);
  expect(second?.[1]).not.toBe(first?.[1]);
  expect(second?.[1]).toBeLessThan(60);
});

it('finds the nearest point within reach', () => {
  const points = [
    [0, 0],
    [10, 0],
  ] as const;
  expect(nearest(points, [8, 1], 5)).toBe(1);
  expect(nearest(points, [5, 9], 5)).toBeUndefined();
});

it('a class lies at the mean of its digits', () => {
  const means = meanPlaces(
    {
      mu: Float32Array.of(1, 0, 3, 2, 9, 9),
      logVar: new Float32Array(6),
      factor: new Float32Array(),
      labels: Uint8Array.of(7, 7, 0),
      version: 1,
      latentSize: 2,
    },
    planeOfAxes(2, [0, 1]),
  );
  expect(means[7]).toEqual([2, 1]);
  expect(means[0]).toEqual([9, 9]);
  expect(means[1]).toBeUndefined();
});

it('a class lies there on a slanted plane too', () => {
  const [half, plane] = [Math.SQRT1_2, { across: [Math.SQRT1_2, Math.SQRT1_2, 0], up: [0, 0, 1] }];
  expect(meanPlaces(codes, plane)[4]).toEqual([expect.closeTo(half, 6), 4]);
});

it('density is highest where the points are, and falls as a Gaussian', () => {
  const density = densityOf([[25, 15]], 10, [5, 3], 1);
  expect(density[1 * 5 + 2]).toBe(1);
  expect(density[1 * 5 + 3]).toBeCloseTo(Math.exp(-0.5), 6);
  expect(density[0 * 5 + 1]).toBeCloseTo(Math.exp(-1), 6);
});
