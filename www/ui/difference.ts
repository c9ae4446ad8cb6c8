// How far pictures differ, for those who do not see them.

const SIDE = 28;

/** The mean of the pixels' differences, of 255. */
export function meanDifference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, byte, index) => sum + Math.abs(byte - (b[index] ?? 0)), 0) / a.length;
}

/** That of a strip's first tile and its last; the strip's lines run through all its tiles. */
export function differenceOfEnds(strip: Uint8Array): number {
  const width = strip.length / SIDE;
  const first = strip.filter((_, index) => index % width < SIDE);
  const last = strip.filter((_, index) => index % width >= width - SIDE);
  return meanDifference(first, last);
}
