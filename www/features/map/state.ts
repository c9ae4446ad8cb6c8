// What the map shows of the latent space.

import { signal } from '@preact/signals-core';
import type { Pair, Plane } from '../../app/plane/geometry';
import type { NamedCells } from '../../app/plane/named-cells';
import type { TileBlock } from '../../app/plane/tiles';
import type { MapGrid } from '../../app/plane/viewport';
import type { WrittenCells } from '../../app/plane/written-cells';
import type { Sample } from '../../engine/protocol';

/** Tiles of the decoded manifold: each line of bytes runs through all columns. */
export interface MapPicture {
  pixels: Uint8Array;
  block: TileBlock;
  grid: MapGrid;
  plane: Plane;
}

/** What is decoded under the pointer, which does not move z: an image, or the items that stand out there. */
export type Peek = { z: readonly number[] } & ({ pixels: Uint8Array } | { items: readonly number[] });

export const mapState = () => ({
  /** Pixels of the page; nothing before the first layout. */
  size: signal<Pair>([0, 0]),
  /** Tiles are no wider than so many pixels of the page. */
  widest: signal(Number.POSITIVE_INFINITY),
  /** The layers that were switched, on or off; others are as they come. */
  layers: signal<ReadonlyMap<string, boolean>>(new Map()),
  /** The last picture of the map, with coarser ones before it where it does not reach. */
  pictures: signal<readonly MapPicture[]>([]),
  /** Whether its finest tiles are still to come. */
  busy: signal(true),
  /** What the regions are called, of a model of items; whether the names are still to come. */
  named: signal<NamedCells | undefined>(undefined),
  naming: signal(false),
  /** What is written on it, by a model of texts; whether it is still to come. */
  written: signal<WrittenCells | undefined>(undefined),
  writing: signal(false),
  /** The point under the pointer that is to be decoded. */
  peekedAt: signal<readonly number[] | undefined>(undefined),
  peek: signal<Peek | undefined>(undefined),
  /** The test digit that is pointed at on the map. */
  pointed: signal<Sample | undefined>(undefined),
});
