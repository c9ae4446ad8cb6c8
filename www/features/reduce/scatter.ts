// Points of classes on a square, as large as they fit with the same scale along both axes.

import { token } from '../../ui/ink';

/** Shares of the square: its rim, and a point's radius. */
const RIM = 0.04;
const RADIUS = 0.007;
const COLOURS = 10;

export const colourOf = (label: number) => token(`--class-${label % COLOURS}`);

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

export function scatter(canvas: HTMLCanvasElement, points: Float32Array, labels: Uint8Array) {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.clearRect(0, 0, canvas.width, canvas.height);
  const places = placed(points, canvas.width);
  labels.forEach((label, index) => {
    context.fillStyle = colourOf(label);
    context.beginPath();
    context.arc(places[2 * index] ?? 0, places[2 * index + 1] ?? 0, RADIUS * canvas.width, 0, 2 * Math.PI);
    context.fill();
  });
}
