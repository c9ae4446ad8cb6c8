// Strokes as bytes in colour: fetched for data in colour.

import { planeOf } from './inking';
import type { Stroke } from './strokes';

/** White, unless another one was chosen. */
export const groundOf = (strokes: readonly Stroke[]) =>
  strokes.findLast(({ lines }) => lines.length === 0)?.colour ?? '#ffffff';

/** All red of a square image, then all green, then all blue. What is erased is as the ground. */
export function coloursOf(strokes: readonly Stroke[], side: number): Uint8Array {
  const ground = groundOf(strokes);
  const area = side * side;
  const image = new Uint8Array(3 * area);
  for (const channel of [0, 1, 2]) {
    const level = (colour = '#000000') =>
      Number.parseInt(colour.slice(1 + 2 * channel, 3 + 2 * channel), 16) / 255;
    const plane = planeOf(strokes, side, level(ground), ({ erases, colour }) =>
      level(erases ? ground : colour),
    );
    image.set(plane, channel * area);
  }
  return image;
}
