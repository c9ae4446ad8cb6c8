import { expect, it } from 'vitest';
import { sparkPath } from './path';

it('goes from the left to the right, the highest value at the top', () => {
  expect(sparkPath([1, 3, 2]).path).toBe('M0.0 23.0L50.0 1.0L100.0 12.0');
});

it('averages what falls on one place, and leaves the first values of a long run out', () => {
  const falling = Array.from({ length: 2000 }, (_, step) => (step < 100 ? 1e6 : 1 - step / 2000));
  const { path, width } = sparkPath(falling);
  const points = path
    .slice(1)
    .split('L')
    .map((point) => point.split(' ').map(Number));
  expect(points).toHaveLength(width);
  expect([points[0], points.at(-1)]).toEqual([
    [0, 1],
    [100, 23],
  ]);
});

it('draws nothing of a single value, a flat line of equal ones, and no figure that is none', () => {
  expect(sparkPath([]).path).toBe('');
  expect(sparkPath([4]).path).toBe('');
  expect(sparkPath([4, 4]).path).toBe('M0.0 12.0L100.0 12.0');
  expect(sparkPath([4, Number.NaN, 2]).path).toBe('M0.0 1.0L100.0 23.0');
});
