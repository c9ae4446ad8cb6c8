// What part of its plane the map shows, and how that lies on the screen.

import { clamp, EXTENT, type Pair, REACH } from './geometry';
import { distribution, quantile } from './normal';

export type MapGrid = 'equal spacing' | 'equal prior mass';

/**
 * A square of the map: its middle and its side. Equally spaced, they are in units of the prior's sigma. By equal prior mass
 * the map is the unit square of the prior's two cumulative distributions, drawn from -EXTENT to EXTENT.
 */
export interface MapWindow {
  readonly centre: Pair;
  readonly span: number;
}

export const WHOLE: MapWindow = { centre: [0, 0], span: 2 * EXTENT };
const LEAST_SPAN = 0.6;
/** Of a single dimension the map is a strip, this many times as wide as high. */
export const STRIP = 10;

const edgeOf = (grid: MapGrid) => (grid === 'equal spacing' ? REACH : EXTENT);

/** The nearest window that the map has. */
export function within({ centre, span }: MapWindow, grid: MapGrid): MapWindow {
  const edge = edgeOf(grid);
  const side = Math.max(LEAST_SPAN, Math.min(2 * edge, span));
  return { centre: [clamp(centre[0], edge - side / 2), clamp(centre[1], edge - side / 2)], span: side };
}

/** From coordinates on the plane to the map's own, where a window is a square and tiles are equally large. */
export const spread = (sigma: number, grid: MapGrid) =>
  grid === 'equal spacing' ? sigma : EXTENT * (2 * distribution(sigma) - 1);

/** The other way; at most as far as the map goes. */
export const gathered = (place: number, grid: MapGrid) =>
  clamp(grid === 'equal spacing' ? place : quantile((place / EXTENT + 1) / 2), REACH);

/** A window on a map of so many pixels. The height is the width's, or a strip's. */
export class Viewport {
  /** Pixels for one unit of the map. */
  readonly scale: number;

  constructor(
    readonly window: MapWindow,
    readonly grid: MapGrid,
    readonly width: number,
    readonly height: number,
  ) {
    this.scale = width / window.span;
  }

  get strip() {
    return this.height < this.width;
  }

  /** Pixels from the left of a coordinate across. */
  x(sigma: number): number {
    return this.left(spread(sigma, this.grid));
  }

  /** Pixels from the top of a coordinate upwards. */
  y(sigma: number): number {
    return this.top(spread(sigma, this.grid));
  }

  left(place: number): number {
    return this.width / 2 + (place - this.window.centre[0]) * this.scale;
  }

  top(place: number): number {
    return this.height / 2 - (place - this.middle) * this.scale;
  }

  /** The coordinates on the plane of a point of the screen. */
  at(x: number, y: number): Pair {
    const [across, up] = this.placeAt(x, y);
    return [gathered(across, this.grid), this.strip ? 0 : gathered(up, this.grid)];
  }

  placeAt(x: number, y: number): Pair {
    return [
      this.window.centre[0] + (x - this.width / 2) / this.scale,
      this.middle - (y - this.height / 2) / this.scale,
    ];
  }

  /** The window in which what lay under one point of the screen lies under another, so many times as large. */
  gripped(from: Pair, to: Pair, times: number): MapWindow {
    const { window, grid, width, height } = this;
    const [across, up] = this.placeAt(...from);
    const { span } = within({ ...window, span: window.span / times }, grid);
    const scale = width / span;
    const centre = [across - (to[0] - width / 2) / scale, up + (to[1] - height / 2) / scale] as const;
    return within({ centre, span }, grid);
  }

  zoomed(times: number, about: Pair = [this.width / 2, this.height / 2]): MapWindow {
    return this.gripped(about, about, times);
  }

  private get middle() {
    return this.strip ? 0 : this.window.centre[1];
  }
}
