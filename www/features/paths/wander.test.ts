import { expect, it } from 'vitest';
import { wander } from './wander';

/** Park and Miller's generator: the same numbers each time. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

it('is distributed like the prior, over many walks', () => {
  const walk = wander(4000, seeded(7));
  for (const seconds of [0, 10]) {
    const point = walk(seconds);
    const mean = point.reduce((sum, value) => sum + value, 0) / point.length;
    const variance = point.reduce((sum, value) => sum + value * value, 0) / point.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  }
});

it('moves smoothly, and leaves its place', () => {
  const walk = wander(2, seeded(3));
  const distance = (from: number, to: number) =>
    Math.hypot(...walk(from).map((value, index) => value - (walk(to)[index] ?? 0)));
  expect(distance(5, 5 + 1 / 60)).toBeLessThan(0.03);
  expect(distance(0, 10)).toBeGreaterThan(0.3);
});
