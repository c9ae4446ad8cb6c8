// The prior along one latent dimension, cut into cells.

import { EXTENT } from '../../app/plane/geometry';
import { quantile } from '../../app/plane/normal';
import type { MapGrid } from '../../app/plane/viewport';

export const CELLS = 12;

export interface Cell {
  from: number;
  to: number;
  /** Where its tile is decoded. */
  z: number;
}

const indices = Array.from({ length: CELLS }, (_, index) => index);

/** The outermost cells of equal mass reach without end. */
export function cellsOf(grid: MapGrid): Cell[] {
  const edge =
    grid === 'equal prior mass'
      ? (part: number) =>
          part === 0 || part === 1 ? (part - 0.5) * Number.POSITIVE_INFINITY : quantile(part)
      : (part: number) => (2 * part - 1) * EXTENT;
  return indices.map((index) => ({
    from: edge(index / CELLS),
    to: edge((index + 1) / CELLS),
    z: edge((index + 0.5) / CELLS),
  }));
}
