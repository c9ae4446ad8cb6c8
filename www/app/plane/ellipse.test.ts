import { expect, it } from 'vitest';
import { outline, projected } from './ellipse';
import { planeOfAxes } from './geometry';

/** A map of 10 pixels to a unit, the origin at (100, 100). */
const view = { x: (value: number) => 100 + 10 * value, y: (value: number) => 100 - 10 * value };

const pointsOf = (path: string) =>
  path
    .slice(1, -1)
    .split('L')
    .map((pair) => pair.split(' ').map(Number));

const reach = (path: string, axis: 0 | 1) => {
  const values = pointsOf(path).map((point) => point[axis] ?? Number.NaN);
  return [Math.min(...values), Math.max(...values)];
};

it('is to scale: so many standard deviations about the mean, along each axis', () => {
  const gaussian = projected([1, -2], [0.25, 4, 9], planeOfAxes(3, [0, 1]));
  expect(gaussian.covariance).toEqual([0.25, 0, 4]);
  const path = outline(gaussian, 2, view);
  expect(reach(path, 0)).toEqual([100, 120]);
  expect(reach(path, 1)).toEqual([80, 160]);
});

it('is projected on a slanted plane, where the dimensions’ variances mix', () => {
  const half = Math.SQRT1_2;
  const plane = { across: [half, half], up: [half, -half] };
  const [xx, xy, yy] = projected([0, 0], [1, 3], plane).covariance;
  expect([xx, xy, yy].map((value) => Math.round(1e6 * value) / 1e6)).toEqual([2, -1, 2]);
  const path = outline({ mean: [0, 0], covariance: [2, -1, 2] }, 1, view);
  expect(reach(path, 0)[1]).toBeCloseTo(100 + 10 * Math.SQRT2, 1);
  expect(reach(path, 1)[1]).toBeCloseTo(100 + 10 * Math.SQRT2, 1);
  // Each point has a Mahalanobis distance of one.
  for (const [left = 0, top = 0] of pointsOf(path)) {
    const [x, y] = [(left - 100) / 10, (100 - top) / 10];
    expect((2 * x * x + 2 * x * y + 2 * y * y) / 3).toBeCloseTo(1, 1);
  }
});

it('is tilted where dimensions depend on each other, by the factor of their covariance', () => {
  // L is [[1, 0], [2, 3]]: the covariance is [[1, 2], [2, 13]].
  const gaussian = projected([0, 0], [1, 13], planeOfAxes(2, [0, 1]), [1, 2, 3]);
  expect(gaussian.covariance).toEqual([1, 2, 13]);
  const half = Math.SQRT1_2;
  const [xx, xy, yy] = projected(
    [0, 0],
    [1, 13],
    { across: [half, half], up: [half, -half] },
    [1, 2, 3],
  ).covariance;
  expect([xx, xy, yy].map((value) => Math.round(1e6 * value) / 1e6)).toEqual([9, -6, 5]);
});
