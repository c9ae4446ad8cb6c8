// Between points of the latent space and points of the map. y grows upwards, in units of the prior's sigma.

/** The map covers -EXTENT to EXTENT on both axes. */
export const EXTENT = 3;
/** Tiles on a side; a single latent dimension has one row of fewer, larger ones. */
export const COLUMNS = 20;
export const STRIP_COLUMNS = 10;
/** How far keys and sliders go. */
export const REACH = 4;

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value));

/** The latent coordinates [across, up] under a point of the screen, at most at the map's edge. */
export function latentAt(x: number, y: number, box: Box): [number, number] {
  const across = ((x - box.left) / box.width) * 2 - 1;
  const up = 1 - ((y - box.top) / box.height) * 2;
  return [clamp(across, 1) * EXTENT, clamp(up, 1) * EXTENT];
}

/** z with the coordinates of the shown axes replaced. */
export function onAxes(
  z: readonly number[],
  [across, up]: readonly [number, number],
  [x, y]: readonly [number, number],
): number[] {
  const moved = [...z];
  moved[up] = y;
  moved[across] = x;
  return moved;
}

/** The coordinates of the map that z has, with one dimension on the middle line. */
export function fromAxes(z: readonly number[], [across, up]: readonly [number, number]): [number, number] {
  return [z[across] ?? 0, across === up ? 0 : (z[up] ?? 0)];
}
