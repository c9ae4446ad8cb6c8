// The tiles that a view of the map is made of. They lie on a lattice that stays when the window moves.

import { EXTENT } from './geometry';
import { gathered, type MapGrid, type MapWindow, STRIP } from './viewport';

/** A block of tiles in the map's own units, and where their centres lie on the plane. */
export interface TileBlock {
  readonly left: number;
  readonly top: number;
  /** The side of a tile. */
  readonly side: number;
  /** Of the columns, from the left. */
  readonly across: readonly number[];
  /** Of the rows, from the top. */
  readonly up: readonly number[];
}

/** Of the whole map. */
export const COLUMNS = 20;
const SIDE = (2 * EXTENT) / COLUMNS;

/**
 * The side of the finest tiles that a map of this width needs: the opening map's, halved or doubled. They are `columns` over the
 * map, and more where these would be wider than `widest`; frugal ones are as few as they may be.
 */
export function tileSide(
  { span }: MapWindow,
  width: number,
  frugal: boolean,
  columns: number,
  widest: number,
): number {
  const wanted = frugal ? columns : Math.max(columns, width / widest);
  const level = Math.log2(span / wanted / SIDE);
  return SIDE * 2 ** (frugal ? Math.ceil(level - 1e-6) : Math.round(level));
}

export function tileBlock(window: MapWindow, grid: MapGrid, side: number): TileBlock {
  const half = window.span / 2;
  const [x, y] = window.centre;
  const [left, columns] = cells(x - half, x + half, side);
  // Downwards, from the top.
  const [below, rows] = cells(-y - half, -y + half, side);
  return {
    left,
    top: -below,
    side,
    across: centres(left, columns, side).map((place) => gathered(place, grid)),
    up: centres(below, rows, side).map((place) => gathered(-place, grid)),
  };
}

/** One row of tiles as high as the strip; they move with the window. */
export function stripBlock({ centre, span }: MapWindow, grid: MapGrid): TileBlock {
  const side = span / STRIP;
  const left = centre[0] - span / 2;
  const across = centres(left, STRIP, side).map((place) => gathered(place, grid));
  return { left, top: side / 2, side, across, up: [0] };
}

/** As few tiles as show the window, of a model of so many dimensions: for maps beside the one that is explored. */
export const fewTiles = (window: MapWindow, grid: MapGrid, latentSize: number): TileBlock =>
  latentSize === 1
    ? stripBlock(window, grid)
    : tileBlock(window, grid, tileSide(window, 0, true, COLUMNS, Number.POSITIVE_INFINITY));

/** The cells of a lattice through -EXTENT that cover a stretch: where they begin, and how many. */
function cells(from: number, to: number, side: number): [start: number, count: number] {
  const slack = 1e-6;
  const first = Math.floor((from + EXTENT) / side + slack);
  const last = Math.ceil((to + EXTENT) / side - slack);
  return [first * side - EXTENT, last - first];
}

const centres = (start: number, count: number, side: number) =>
  Array.from({ length: count }, (_, index) => start + (index + 0.5) * side);
