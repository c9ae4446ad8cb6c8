import { expect, it } from 'vitest';
import { smoothed } from './smoothing';

it('leaves a constant as it is, from the first value on', () => {
  for (const value of smoothed([7, 7, 7, 7], 0.9)) expect(value).toBeCloseTo(7, 12);
});

it('is the weighted mean of the values so far', () => {
  expect(smoothed([1, 3], 0.5)[1]).toBeCloseTo((0.5 * 1 + 3) / 1.5, 12);
});

it('follows the curve itself without a weight', () => {
  expect(smoothed([3, 1, 2], 0)).toEqual([3, 1, 2]);
});

it('lies between what it averages, and moves less', () => {
  const noisy = Array.from({ length: 200 }, (_, index) => 100 + (index % 2 === 0 ? 5 : -5));
  const late = smoothed(noisy, 0.95).slice(100);
  expect(Math.max(...late) - Math.min(...late)).toBeLessThan(1);
});
