// A plane through the latent space: what the map is a picture of. Its coordinates are in units of the prior's sigma.

/** Two coordinates on the map: across, and up. */
export type Pair = readonly [number, number];

/** Two unit vectors at a right angle. Of a single dimension, the second is 0. */
export interface Plane {
  readonly across: readonly number[];
  readonly up: readonly number[];
}

/** The map opens on -EXTENT to EXTENT on both axes. */
export const EXTENT = 3;
/** How far keys, sliders and the map go. */
export const REACH = 4;

export const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value));

/** Moved by so much: the coordinate that moves stays within reach, the other one stays wherever it is. */
export const stepped = (point: Pair, by: Pair): Pair => {
  const along = (index: 0 | 1) => (by[index] === 0 ? point[index] : clamp(point[index] + by[index], REACH));
  return [along(0), along(1)];
};

/** The plane that two dimensions span; both the same for a single dimension. */
export function planeOfAxes(latentSize: number, [across, up]: Pair): Plane {
  const direction = (axis: number) =>
    Array.from({ length: latentSize }, (_, dimension) => Number(dimension === axis));
  return { across: direction(across), up: direction(across === up ? -1 : up) };
}

const product = (a: readonly number[], b: ArrayLike<number>) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** Where a point is seen on the map. */
export const fromPlane = (z: ArrayLike<number>, { across, up }: Plane): Pair => [
  product(across, z),
  product(up, z),
];

/** z moved along the plane to where the map has these coordinates. */
export function onPlane(z: readonly number[], plane: Plane, [x, y]: Pair): number[] {
  const [fromX, fromY] = fromPlane(z, plane);
  return z.map(
    (value, dimension) =>
      value + (x - fromX) * (plane.across[dimension] ?? 0) + (y - fromY) * (plane.up[dimension] ?? 0),
  );
}

/** What of z the plane's directions do not span. */
export const offPlane = (z: readonly number[], plane: Plane) => onPlane(z, plane, [0, 0]);

/** Where each arrow key moves z on the plane, and how far; further with Shift. */
export const ARROWS: Record<string, Pair> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};
export const STEP = 0.1;
export const LARGE_STEP = 0.5;
