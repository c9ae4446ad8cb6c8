// What the map shows of the latent space.

import { signal } from '@preact/signals-core';
import { type Pair, type Plane, planeOfAxes } from '../map/geometry';
import type { TileBlock } from '../map/tiles';
import { type MapGrid, type MapWindow, WHOLE } from '../map/viewport';
import type { Digit } from '../protocol';

/** Tiles of the decoded manifold: lines of `28 * columns` grey bytes. */
export interface MapPicture {
  pixels: Uint8Array;
  block: TileBlock;
  grid: MapGrid;
  plane: Plane;
}

/** What is decoded under the pointer, which does not move z. */
export interface Peek {
  z: readonly number[];
  pixels: Uint8Array;
}

export const mapState = () => ({
  /** The dimensions that were chosen; both the same for a single one. */
  axes: signal<Pair>([0, 1]),
  /** Whether the map shows the codes' principal axes in place of two dimensions. */
  principal: signal(false),
  /** What part of the codes' variance those axes have; nothing while they are not found. */
  principalShare: signal<number | undefined>(undefined),
  /** What the map is a picture of. */
  plane: signal<Plane>(planeOfAxes(2, [0, 1])),
  mapWindow: signal<MapWindow>(WHOLE),
  mapGrid: signal<MapGrid>('equal spacing'),
  /** Pixels of the page; nothing before the first layout. */
  mapSize: signal<Pair>([0, 0]),
  /** The layers that were switched, on or off; others are as they come. */
  mapLayers: signal<ReadonlyMap<string, boolean>>(new Map()),
  /** The last picture of the map, with coarser ones before it where it does not reach. */
  map: signal<readonly MapPicture[]>([]),
  /** Whether its finest tiles are still to come. */
  mapBusy: signal(true),
  /** The point under the pointer that is to be decoded. */
  peekedAt: signal<readonly number[] | undefined>(undefined),
  peek: signal<Peek | undefined>(undefined),
  /** The test digit that is pointed at on the map. */
  pointedDigit: signal<Digit | undefined>(undefined),
});
