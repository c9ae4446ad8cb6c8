import { expect, it } from 'vitest';
import { logTicks, ticksOf, tickWords } from './ticks';

it('has 1, 2 and 5 of each power of ten', () => {
  expect(logTicks(0.9, 120)).toEqual([1, 2, 5, 10, 20, 50, 100]);
  expect(logTicks(0.002, 0.05)).toEqual([0.002, 0.005, 0.01, 0.02, 0.05]);
  expect(logTicks(0.005, 20_000)).toEqual([0.01, 0.1, 1, 10, 100, 1000, 10_000]);
});

it('has some wherever a chart may be zoomed to', () => {
  for (const [min, max] of [
    [140, 190],
    [151.2, 152.9],
    [6.1, 6.4],
  ] as const) {
    const ticks = logTicks(min, max);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    for (const tick of ticks) expect(tick >= min && tick <= max).toBe(true);
  }
  expect(logTicks(140, 190)).toEqual([140, 150, 160, 170, 180, 190]);
});

it('has none where there is no range', () => {
  expect(logTicks(0, 10)).toEqual([]);
  expect(logTicks(5, 5)).toEqual([]);
});

it('has round ticks, in as few digits as they need', () => {
  expect(ticksOf([0, 200], 5)).toEqual([0, 50, 100, 150, 200]);
  expect(ticksOf([-1.2, 1.2], 4)).toEqual([-1, 0, 1]);
  expect([0.1 + 0.2, -3, 0.0625].map(tickWords)).toEqual(['0.3', '−3', '0.0625']);
});
