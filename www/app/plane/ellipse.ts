// Gaussians on the map, as outlines: by equal prior mass an ellipse is none on the screen.

import type { Pair, Plane } from './geometry';
import type { Viewport } from './viewport';

const POINTS = 72;

/** A Gaussian on the plane: its mean, and its covariance [xx, xy, yy]. */
export interface Gaussian {
  readonly mean: Pair;
  readonly covariance: readonly [number, number, number];
}

/**
 * What a Gaussian of the latent space is on the plane: of these variances, or where its dimensions depend on each other of this
 * factor L of its covariance L L', the lower triangle row by row.
 */
export function projected(
  mean: Pair,
  variances: ArrayLike<number>,
  { across, up }: Plane,
  factor: ArrayLike<number> = [],
): Gaussian {
  if (factor.length > 0) {
    const [a, b] = [seenThrough(factor, across), seenThrough(factor, up)];
    return { mean, covariance: [dot(a, a), dot(a, b), dot(b, b)] };
  }
  const sum = (a: readonly number[], b: readonly number[]) =>
    a.reduce((total, value, index) => total + value * (b[index] ?? 0) * (variances[index] ?? 0), 0);
  return { mean, covariance: [sum(across, across), sum(across, up), sum(up, up)] };
}

/** L' of a direction. */
const seenThrough = (factor: ArrayLike<number>, direction: readonly number[]) =>
  direction.map((_, column) =>
    direction.reduce(
      (sum, value, row) => (row < column ? sum : sum + value * (factor[(row * (row + 1)) / 2 + column] ?? 0)),
      0,
    ),
  );

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** The outline at so many standard deviations, as the path of an SVG element. */
export function outline(
  { mean, covariance }: Gaussian,
  times: number,
  view: Pick<Viewport, 'x' | 'y'>,
): string {
  const [xx, xy, yy] = covariance;
  // The covariance's Cholesky factor maps the circle to the ellipse.
  const a = Math.sqrt(xx);
  const b = a > 0 ? xy / a : 0;
  const c = Math.sqrt(Math.max(0, yy - b * b));
  const points = Array.from({ length: POINTS }, (_, index) => {
    const angle = (2 * Math.PI * index) / POINTS;
    const [cos, sin] = [times * Math.cos(angle), times * Math.sin(angle)];
    return `${view.x(mean[0] + a * cos).toFixed(2)} ${view.y(mean[1] + b * cos + c * sin).toFixed(2)}`;
  });
  return `M${points.join('L')}Z`;
}
