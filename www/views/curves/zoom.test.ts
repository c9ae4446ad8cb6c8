import { expect, it } from 'vitest';
import { moved, zoomed } from './zoom';

const all = [0, 1000] as const;

it('zooms about a place, and no further out than all of it', () => {
  expect(zoomed(all, all, 2, 0.5)).toEqual([250, 750]);
  expect(zoomed(all, all, 2, 0)).toEqual([0, 500]);
  expect(zoomed([250, 750], all, 0.5, 0.5)).toBeUndefined();
  expect(zoomed([800, 1000], all, 0.5, 1)).toEqual([600, 1000]);
});

it('moves to the ends and not beyond', () => {
  expect(moved([200, 400], all, 0.5)).toEqual([300, 500]);
  expect(moved([900, 1000], all, 0.5)).toEqual([900, 1000]);
  expect(moved([0, 100], all, -0.5)).toEqual([0, 100]);
});

it('keeps some width', () => {
  const [from, to] = zoomed([500, 500.1], all, 100, 0.5) ?? [0, 0];
  expect(to - from).toBeCloseTo(0.1, 6);
});
