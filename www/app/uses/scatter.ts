// Points of classes on a square, as large as they fit with the same scale along both axes.

import { token } from '../../ui/ink';
import { hueOf } from '../../ui/shown-data';

/** Shares of the square: its rim, and a point's radius. */
const RIM = 0.04;
const RADIUS = 0.007;
const CHOSEN = 0.016;
const COLOURS = 10;

export const colourOf = (label: number) => token(`--class-${hueOf(label) % COLOURS}`);

/** Where points `[N, 2]` are on a square of such a side, up is up. */
export function placed(points: Float32Array, side: number): Float32Array {
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ] as [[number, number], [number, number]];
  points.forEach((value, at) => {
    const axis = (at % 2) as 0 | 1;
    low[axis] = Math.min(low[axis], value);
    high[axis] = Math.max(high[axis], value);
  });
  const span = Math.max(high[0] - low[0], high[1] - low[1]) || 1;
  const scale = (side * (1 - 2 * RIM)) / span;
  return points.map((value, at) => {
    const axis = (at % 2) as 0 | 1;
    const off = (value - (low[axis] + high[axis]) / 2) * scale;
    return side / 2 + (axis === 0 ? off : -off);
  });
}

/** The point that is nearest to a place on the same square, no farther than so much. */
export function nearestTo(
  [x, y]: readonly [number, number],
  places: Float32Array,
  reach: number,
): number | undefined {
  let [nearest, least]: [number | undefined, number] = [undefined, reach];
  for (let index = 0; 2 * index < places.length; index++) {
    const far = Math.hypot((places[2 * index] ?? 0) - x, (places[2 * index + 1] ?? 0) - y);
    if (far <= least) [nearest, least] = [index, far];
  }
  return nearest;
}

/** Those whose class is unknown are small and grey, and below the others. */
export function scatter(
  canvas: HTMLCanvasElement,
  points: Float32Array,
  labels: Uint8Array,
  isKnown: (index: number) => boolean = () => true,
) {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const places = placed(points, canvas.width);
  const dot = (index: number, radius: number, colour: string) => {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(places[2 * index] ?? 0, places[2 * index + 1] ?? 0, radius * canvas.width, 0, 2 * Math.PI);
    context.fill();
  };
  const unknown = token('--line-strong');
  const [some, all] = [[] as number[], labels.length];
  for (let index = 0; index < all; index++) {
    if (isKnown(index)) some.push(index);
    else dot(index, RADIUS, unknown);
  }
  // Few of many are to be seen among them.
  const radius = some.length < all ? CHOSEN : RADIUS;
  for (const index of some) dot(index, radius, colourOf(labels[index] ?? 0));
}
