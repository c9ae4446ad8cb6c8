// How far pictures differ, for those who do not see them.

import { shownData } from './shown-data';

/** The mean of the bytes' differences, of 255. */
export function meanDifference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, byte, index) => sum + Math.abs(byte - (b[index] ?? 0)), 0) / a.length;
}

/** That of a strip's first tile and its last; the strip's lines run through all its tiles. */
export function differenceOfEnds(strip: Uint8Array): number {
  const { width, height, channels } = shownData.peek();
  const line = strip.length / (height * channels);
  let sum = 0;
  for (let start = 0; start < strip.length; start += line)
    for (let first = start, last = start + line - width; first < start + width; first++, last++)
      sum += Math.abs((strip[first] ?? 0) - (strip[last] ?? 0));
  return sum / (width * height * channels);
}
