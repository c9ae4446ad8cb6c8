import { expect, it } from 'vitest';
import { distribution, quantile } from './normal';

it('agrees with the tables', () => {
  expect(distribution(0)).toBe(0.5);
  expect(distribution(1)).toBeCloseTo(0.841344746, 9);
  expect(distribution(-1.96)).toBeCloseTo(0.024997895, 9);
  expect(distribution(3)).toBeCloseTo(0.998650102, 9);
  expect(quantile(0.975)).toBeCloseTo(1.959963985, 8);
  expect(quantile(0.001)).toBeCloseTo(-3.090232306, 8);
});

it('inverts itself', () => {
  for (const z of [-4, -2.5, -0.3, 0, 0.7, 3.9]) expect(quantile(distribution(z))).toBeCloseTo(z, 6);
});
