import { describe, expect, it } from 'vitest';
import { fromAxes, latentAt, onAxes } from './map-geometry';

const box = { left: 100, top: 50, width: 600, height: 600 };

describe('the map', () => {
  it('covers three sigma, with z2 upwards', () => {
    expect(latentAt(100, 50, box)).toEqual([-3, 3]);
    expect(latentAt(400, 350, box)).toEqual([0, 0]);
    expect(latentAt(700, 650, box)).toEqual([3, -3]);
  });

  it('ends at its edge', () => {
    expect(latentAt(-1000, 9999, box)).toEqual([-3, -3]);
  });
});

describe('axes', () => {
  it('replace two coordinates and leave the others', () => {
    expect(onAxes([1, 2, 3, 4], [3, 1], [9, 8])).toEqual([1, 8, 3, 9]);
    expect(fromAxes([1, 8, 3, 9], [3, 1])).toEqual([9, 8]);
  });

  it('of a single dimension move along the strip only', () => {
    expect(onAxes([1], [0, 0], [2, -3])).toEqual([2]);
    expect(fromAxes([2], [0, 0])).toEqual([2, 0]);
  });
});
