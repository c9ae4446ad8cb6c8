// Erased pixels of a picture, hatched: neither paper nor ink.

import { token } from '../../ui/ink';

/** Over a canvas with one pixel of its own for each of the picture. */
export function hatch(canvas: HTMLCanvasElement, erased: Uint8Array, width: number) {
  const context = canvas.getContext('2d');
  if (!context) return;
  const [light, dark] = [token('--surface'), token('--line')];
  for (const [at, isErased] of erased.entries()) {
    if (!isErased) continue;
    const [x, y] = [at % width, Math.floor(at / width)];
    context.fillStyle = (x + y) % 3 === 0 ? dark : light;
    context.fillRect(x, y, 1, 1);
  }
}
