// Strokes as grey bytes, reckoned and not read back from a canvas: browsers that hide from fingerprinting falsify what is read.

import { PAD, type Stroke } from './strokes';

/** So many pixels of a square image, each of so much ink from 0 to 255. */
export function inkOf(strokes: readonly Stroke[], side: number): Uint8Array {
  const ink = new Float32Array(side * side);
  const covered = new Float32Array(side * side);
  for (const { lines, erases } of strokes) {
    for (const { points, width } of lines) {
      coverLine(covered, side, points, width);
      lay(ink, covered, erases);
      covered.fill(0);
    }
  }
  return Uint8Array.from(ink, (part) => Math.round(255 * part));
}

/** How much of each pixel a round pen covers on its way from point to point. */
function coverLine(covered: Float32Array, side: number, points: readonly number[], width: number) {
  const scale = side / PAD;
  const at = (index: number) => scale * (points[index] ?? 0);
  for (let index = 0; index < points.length; index += 2) {
    const next = Math.min(index + 2, points.length - 2);
    cover(covered, side, [at(index), at(index + 1)], [at(next), at(next + 1)], (scale * width) / 2);
  }
}

type Point = readonly [number, number];

/** An edge is a pixel wide, as long as the pen is no thinner than that. */
function cover(
  covered: Float32Array,
  side: number,
  [fromX, fromY]: Point,
  [toX, toY]: Point,
  radius: number,
) {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length2 = alongX * alongX + alongY * alongY;
  const reach = radius + 0.5;
  const [left, right] = within(side, Math.min(fromX, toX) - reach, Math.max(fromX, toX) + reach);
  const [top, bottom] = within(side, Math.min(fromY, toY) - reach, Math.max(fromY, toY) + reach);
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const [x, y] = [column + 0.5 - fromX, row + 0.5 - fromY];
      const part = length2 > 0 ? Math.min(1, Math.max(0, (x * alongX + y * alongY) / length2)) : 0;
      const [offX, offY] = [x - part * alongX, y - part * alongY];
      const share = Math.min(1, reach - Math.sqrt(offX * offX + offY * offY));
      const pixel = row * side + column;
      if (share > (covered[pixel] ?? 0)) covered[pixel] = share;
    }
  }
}

const within = (side: number, low: number, high: number) =>
  [Math.max(0, Math.floor(low)), Math.min(side, Math.ceil(high))] as const;

/** Ink over ink, or away with it. */
function lay(ink: Float32Array, covered: Float32Array, erases: boolean) {
  for (let pixel = 0; pixel < ink.length; pixel++) {
    const [before, share] = [ink[pixel] ?? 0, covered[pixel] ?? 0];
    if (share > 0) ink[pixel] = erases ? before * (1 - share) : before + share * (1 - before);
  }
}
