import { expect, it } from 'vitest';
import type { DataSpec } from '../../engine/protocol';
import { LEAST, spread } from './spread';

const data = (width: number, height: number, channels: number): DataSpec => ({
  kind: 'image',
  width,
  height,
  channels,
  classes: [],
  items: [],
});

it('is nothing where all tiles are alike, whatever they show', () => {
  const line = [0, 255, 0, 255, 0, 255];
  expect(spread(Uint8Array.from([...line, ...line]), 3, data(2, 1, 1))).toBeCloseTo(0, 12);
});

it('is the deviation of each pixel over tiles, channel by channel', () => {
  // Two tiles of 1 x 1 with two channels: black and white in the first, the same grey in the second.
  const map = Uint8Array.from([0, 255, 100, 100]);
  expect(spread(map, 2, data(1, 1, 2))).toBeCloseTo(0.25, 12);
  // The same tiles below each other.
  expect(spread(Uint8Array.from([0, 100, 255, 100]), 1, data(1, 1, 2))).toBeCloseTo(0.25, 12);
  expect(0.25).toBeGreaterThan(LEAST);
});
