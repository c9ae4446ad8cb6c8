// Where the codes of many digits lie on the map.

import type { TestCodes } from '../../app/codes/state';
import { classMeans } from '../../app/codes/statistics';
import { fromPlane, type Pair, type Plane } from '../../app/plane/geometry';
import type { Viewport } from '../../app/plane/viewport';

/** The mean of a digit's posterior on the plane. */
export const placeOf = ({ mu, latentSize }: TestCodes, index: number, plane: Plane): Pair =>
  fromPlane(mu.subarray(index * latentSize, (index + 1) * latentSize), plane);

/** Those of all digits, in their order. */
export function placesOf(codes: TestCodes, plane: Plane): Pair[] {
  return Array.from(codes.labels, (_, index) => placeOf(codes, index, plane));
}

/** Pixels of the map. Of a single dimension the height means nothing: the digits are strewn over the strip. */
export const pixelOf = ([x, y]: Pair, index: number, view: Viewport): Pair => [
  view.x(x),
  view.strip ? view.height * (0.1 + 0.8 * ((index * 0.618034) % 1)) : view.y(y),
];

export const pixelsOf = (places: readonly Pair[], view: Viewport): Pair[] =>
  places.map((place, index) => pixelOf(place, index, view));

/** The index of the nearest point, if there is one so near. */
export function nearest(points: readonly Pair[], [x, y]: Pair, within: number): number | undefined {
  let least = within;
  let found: number | undefined;
  for (const [index, [left, top]] of points.entries()) {
    const distance = Math.hypot(left - x, top - y);
    if (distance > least) continue;
    least = distance;
    found = index;
  }
  return found;
}

/** For each class where the mean of its digits' codes lies; nothing for a class without any. */
export function meanPlaces(codes: TestCodes, plane: Plane): (Pair | undefined)[] {
  return classMeans(codes, codes.latentSize).map((mean) => mean && fromPlane(mean, plane));
}

/**
 * Kernel density of points in `columns x rows` cells of this side, the densest 1: binned, then blurred by a Gaussian of
 * `deviation` cells.
 */
export function densityOf(
  points: readonly Pair[],
  side: number,
  [columns, rows]: Pair,
  deviation: number,
): Float32Array {
  const bins = new Float32Array(columns * rows);
  for (const [x, y] of points) {
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)];
    const inside = column >= 0 && column < columns && row >= 0 && row < rows;
    if (inside) bins[row * columns + column] = (bins[row * columns + column] ?? 0) + 1;
  }
  const kernel = kernelOf(deviation);
  const along = blurred(bins, kernel, columns, rows, 1, columns);
  const density = blurred(along, kernel, rows, columns, columns, 1);
  const most = density.reduce((a, b) => Math.max(a, b), 0);
  return most > 0 ? density.map((value) => value / most) : density;
}

function kernelOf(deviation: number): number[] {
  const reach = Math.ceil(3 * deviation);
  return Array.from({ length: 2 * reach + 1 }, (_, index) =>
    Math.exp(-0.5 * ((index - reach) / deviation) ** 2),
  );
}

/** Blurs each of `lines` lines of `length` cells, which follow each other by `step`. */
function blurred(
  cells: Float32Array,
  kernel: readonly number[],
  length: number,
  lines: number,
  step: number,
  lineStep: number,
): Float32Array {
  const reach = (kernel.length - 1) / 2;
  const result = new Float32Array(cells.length);
  for (let line = 0; line < lines; line++) {
    for (let at = 0; at < length; at++) {
      const [from, to] = [Math.max(0, at - reach), Math.min(length - 1, at + reach)];
      let sum = 0;
      for (let other = from; other <= to; other++) {
        sum += (cells[line * lineStep + other * step] ?? 0) * (kernel[other - at + reach] ?? 0);
      }
      result[line * lineStep + at * step] = sum;
    }
  }
  return result;
}
