import { expect, it } from 'vitest';
import { differenceOfEnds, meanDifference } from './difference';

it('tells the mean difference of two pictures, whichever is darker', () => {
  expect(meanDifference(Uint8Array.of(0, 255, 10, 10), Uint8Array.of(255, 0, 10, 12))).toBe(128);
});

it('compares the first tile of a strip with its last', () => {
  const tiles = [7, 200, 9];
  const line = tiles.flatMap((grey) => new Array<number>(28).fill(grey));
  expect(differenceOfEnds(Uint8Array.from(new Array(28).fill(line).flat()))).toBe(2);
});
