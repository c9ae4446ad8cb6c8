import { expect, it } from 'vitest';
import { gripped, moved, zoomed } from './zoom';

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

it('keeps under two fingers what they took hold of, and no further than the ends', () => {
  // Held at a quarter and three quarters, let go at the ends.
  expect(gripped(all, all, 0.5, 0.5, 2)).toEqual([250, 750]);
  // The same with the middle carried to the left: 500 lies at a quarter now.
  expect(gripped(all, all, 0.5, 0.25, 2)).toEqual([375, 875]);
  expect(gripped([250, 750], all, 0.5, 0.75, 1)).toEqual([125, 625]);
  expect(gripped([250, 750], all, 0, 1, 1)).toEqual([0, 500]);
  expect(gripped([250, 750], all, 0.3, 0.6, 0.5)).toBeUndefined();
});
