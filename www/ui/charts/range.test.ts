import { expect, it } from 'vitest';
import { chartRange } from './range';

it('leaves out the few steep points of the start', () => {
  const values = [550, 400, ...Array.from({ length: 98 }, (_, index) => 160 - index / 10)];
  const [low, high] = chartRange(values);
  expect(low).toBeGreaterThan(145);
  expect(high).toBeLessThan(165);
});

it('has some width whatever it is given', () => {
  for (const values of [[], [null, undefined], [-150], [0, 0]]) {
    const [low, high] = chartRange(values);
    expect(high).toBeGreaterThan(low);
  }
});

it('takes values that hardly differ for one', () => {
  const [low, high] = chartRange([0.0072, 0.0073]);
  expect(high - low).toBeCloseTo(0.1);
});

it('holds all of it on a logarithmic axis, above 0', () => {
  const [low, high] = chartRange([550, ...Array.from({ length: 99 }, () => 150)], true);
  expect(low).toBeGreaterThan(100);
  expect(low).toBeLessThan(150);
  expect(high).toBeGreaterThan(550);
  expect(chartRange([], true)[0]).toBeGreaterThan(0);
});
