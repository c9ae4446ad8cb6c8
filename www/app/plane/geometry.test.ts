import { describe, expect, it } from 'vitest';
import { fromPlane, offPlane, onPlane, type Plane, planeOfAxes, stepped } from './geometry';

describe('a plane of two axes', () => {
  it('replaces two coordinates and leaves the others', () => {
    const plane = planeOfAxes(4, [3, 1]);
    expect(onPlane([1, 2, 3, 4], plane, [9, 8])).toEqual([1, 8, 3, 9]);
    expect(fromPlane([1, 8, 3, 9], plane)).toEqual([9, 8]);
    expect(offPlane([1, 8, 3, 9], plane)).toEqual([1, 0, 3, 0]);
  });

  it('of a single dimension moves along the strip only', () => {
    const strip = planeOfAxes(1, [0, 0]);
    expect(onPlane([1], strip, [2, -3])).toEqual([2]);
    expect(fromPlane([2], strip)).toEqual([2, 0]);
  });
});

it('a slanted plane gives back the coordinates it was moved to', () => {
  const plane: Plane = { across: [0.6, 0.8, 0], up: [0, 0, 1] };
  const z = onPlane([0.5, -1, 2], plane, [1.5, -0.5]);
  const [x, y] = fromPlane(z, plane);
  expect(x).toBeCloseTo(1.5, 12);
  expect(y).toBeCloseTo(-0.5, 12);
  // Moved within the plane: what is at a right angle to it stays.
  expect(-0.8 * (z[0] ?? 0) + 0.6 * (z[1] ?? 0)).toBeCloseTo(-0.8 * 0.5 + 0.6 * -1, 12);
});

it('a step stays within reach, and leaves a coordinate beyond it that it does not move', () => {
  expect(stepped([0.5, 6], [0.25, 0])).toEqual([0.75, 6]);
  expect(stepped([-7, 3.75], [0, 0.5])).toEqual([-7, 4]);
});
