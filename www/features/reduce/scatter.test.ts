import { expect, it } from 'vitest';
import { placed } from './scatter';

it('fits points into the square with one scale for both axes, up is up', () => {
  const [x0, y0, x1, y1] = placed(Float32Array.of(0, 0, 2, 1), 100);
  expect([x0, x1].map((x) => Math.round(x ?? 0))).toEqual([4, 96]);
  expect([y0, y1].map((y) => Math.round(y ?? 0))).toEqual([73, 27]);
});

it('puts points that are all one into the middle', () => {
  expect([...placed(Float32Array.of(3, 3, 3, 3), 10)]).toEqual([5, 5, 5, 5]);
});
