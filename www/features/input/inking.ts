// Strokes as grey bytes, reckoned and not read back from a canvas: browsers that hide from fingerprinting falsify what is read.

import { PAD, type Stroke } from './strokes';

/** So many pixels of a square image, each of so much ink from 0 to 255. */
export const inkOf = (strokes: readonly Stroke[], side: number) =>
  planeOf(strokes, side, 0, ({ erases }) => (erases ? 0 : 1));

/** Each stroke brings what it covers to its level, from 0 to 1. */
export function planeOf(
  strokes: readonly Stroke[],
  side: number,
  ground: number,
  levelOf: (stroke: Stroke) => number,
): Uint8Array {
  const ink = new Float32Array(side * side).fill(ground);
  const covered = new Float32Array(side * side);
  for (const stroke of strokes) {
    for (const { points, width } of stroke.lines) {
      coverLine(covered, side, points, width);
      lay(ink, covered, levelOf(stroke));
    }
  }
  const grey = new Uint8Array(ink.length);
  for (let pixel = 0; pixel < ink.length; pixel++) grey[pixel] = 255 * (ink[pixel] ?? 0) + 0.5;
  return grey;
}

/** How much of each pixel a round pen covers on its way from point to point. */
function coverLine(covered: Float32Array, side: number, points: readonly number[], width: number) {
  const scale = side / PAD;
  const radius = (scale * width) / 2;
  const end = points.length - 2;
  for (let from = 0; from === 0 || from < end; from += 2) {
    const to = Math.min(from + 2, end);
    const [fromX = 0, fromY = 0, toX = 0, toY = 0] = [
      points[from],
      points[from + 1],
      points[to],
      points[to + 1],
    ];
    cover(covered, side, scale * fromX, scale * fromY, scale * toX, scale * toY, radius);
  }
}

/** An edge is a pixel wide, as long as the pen is no thinner than that. */
function cover(
  covered: Float32Array,
  side: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  radius: number,
) {
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  // A dot has no direction.
  const perLength2 = 1 / (alongX * alongX + alongY * alongY || 1);
  const reach = radius + 0.5;
  const left = Math.max(0, Math.floor(Math.min(fromX, toX) - reach));
  const right = Math.min(side, Math.ceil(Math.max(fromX, toX) + reach));
  const top = Math.max(0, Math.floor(Math.min(fromY, toY) - reach));
  const bottom = Math.min(side, Math.ceil(Math.max(fromY, toY) + reach));
  for (let row = top; row < bottom; row++) {
    const y = row + 0.5 - fromY;
    for (let column = left; column < right; column++) {
      const x = column + 0.5 - fromX;
      const part = Math.min(1, Math.max(0, (x * alongX + y * alongY) * perLength2));
      const offX = x - part * alongX;
      const offY = y - part * alongY;
      const share = Math.min(1, reach - Math.sqrt(offX * offX + offY * offY));
      const pixel = row * side + column;
      if (share > (covered[pixel] ?? 0)) covered[pixel] = share;
    }
  }
}

/** Ink over ink, or away with it, to a level; nothing is covered after it. */
function lay(ink: Float32Array, covered: Float32Array, level: number) {
  for (let pixel = 0; pixel < ink.length; pixel++) {
    const share = covered[pixel] ?? 0;
    if (share === 0) continue;
    const before = ink[pixel] ?? 0;
    ink[pixel] = before + share * (level - before);
    covered[pixel] = 0;
  }
}
