// Whether a map shows anything: how far apart its tiles are.

import type { DataSpec } from '../../engine/protocol';

/** Maps of models that were trained for one epoch of 9,000 digits have .02, after five .06; a collapsed one has .01. */
export const LEAST = 0.04;

/**
 * The standard deviation of a pixel over the tiles of a map, from 0 to 1, averaged over all pixels. The map's lines are as the
 * crate's `strip` lays them: each as wide as all columns, channel after channel, a row of tiles after the other.
 */
export function spread(map: Uint8Array, columns: number, { width, height, channels }: DataSpec): number {
  const size = width * height * channels;
  const tiles = map.length / size;
  const sums = new Float64Array(size);
  const squares = new Float64Array(size);
  for (const [at, byte] of map.entries()) {
    const value = byte / 255;
    const line = Math.floor(at / (columns * width)) % (height * channels);
    const pixel = line * width + (at % width);
    sums[pixel] = (sums[pixel] ?? 0) + value;
    squares[pixel] = (squares[pixel] ?? 0) + value * value;
  }
  const deviation = (sum: number, pixel: number) =>
    Math.sqrt(Math.max(0, (squares[pixel] ?? 0) / tiles - (sum / tiles) ** 2));
  return sums.reduce((total, sum, pixel) => total + deviation(sum, pixel), 0) / size;
}
