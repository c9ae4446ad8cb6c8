import { expect, it } from 'vitest';
import { nearestTo, placed } from './scatter';

it('fits points into the square with one scale for both axes, up is up', () => {
  const [x0, y0, x1, y1] = placed(Float32Array.of(0, 0, 2, 1), 100);
  expect([x0, x1].map((x) => Math.round(x ?? 0))).toEqual([4, 96]);
  expect([y0, y1].map((y) => Math.round(y ?? 0))).toEqual([73, 27]);
});

it('puts points that are all one into the middle', () => {
  expect([...placed(Float32Array.of(3, 3, 3, 3), 10)]).toEqual([5, 5, 5, 5]);
});

it('finds the point that is meant, if there is one near', () => {
  const places = Float32Array.of(10, 10, 20, 10, 90, 90);
  expect(nearestTo([17, 12], places, 5)).toBe(1);
  expect(nearestTo([50, 50], places, 5)).toBeUndefined();
  expect(nearestTo([50, 50], new Float32Array(), 5)).toBeUndefined();
});
