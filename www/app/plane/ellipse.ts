// Gaussians on the map, as outlines: by equal prior mass an ellipse is none on the screen.

import type { Pair, Plane } from './geometry';
import type { Viewport } from './viewport';

const POINTS = 72;

/** A Gaussian on the plane: its mean, and its covariance [xx, xy, yy]. */
export interface Gaussian {
  readonly mean: Pair;
  readonly covariance: readonly [number, number, number];
}

/** What a diagonal Gaussian of the latent space is on the plane. */
export function projected(mean: Pair, variances: ArrayLike<number>, { across, up }: Plane): Gaussian {
  const sum = (a: readonly number[], b: readonly number[]) =>
    a.reduce((total, value, index) => total + value * (b[index] ?? 0) * (variances[index] ?? 0), 0);
  return { mean, covariance: [sum(across, across), sum(across, up), sum(up, up)] };
}

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
