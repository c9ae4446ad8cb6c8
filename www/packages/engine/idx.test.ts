import { expect, it } from 'vitest';
import { idxOf } from './idx';

it('writes images as so many lines of one width, and a label for each', () => {
  const split = { pixels: Uint8Array.from({ length: 12 }, (_, index) => index), labels: Uint8Array.of(4, 2) };
  const [images, labels] = idxOf(split, { width: 3, height: 2, channels: 1 });
  expect([...images]).toEqual([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, ...split.pixels]);
  expect([...labels]).toEqual([0, 0, 8, 1, 0, 0, 0, 2, 4, 2]);
});

it('writes the channels of a colour image below each other', () => {
  const split = { pixels: new Uint8Array(3 * 4), labels: Uint8Array.of(0) };
  const [images] = idxOf(split, { width: 2, height: 2, channels: 3 });
  expect([...images.subarray(4, 16)]).toEqual([0, 0, 0, 1, 0, 0, 0, 6, 0, 0, 0, 2]);
});
