// Two models' maps side by side.

import { signal } from '@preact/signals-core';
import type { TileBlock } from '../../app/plane/tiles';
import type { MapGrid, MapWindow } from '../../app/plane/viewport';
import type { DataSpec } from '../../engine/protocol';

/** A model to compare: of a kept run, or the one that is shown. */
export type Side = number | 'shown';

/** Its map, of the window that the map has. */
export interface SidePicture {
  pixels: Uint8Array;
  block: TileBlock;
  window: MapWindow;
  grid: MapGrid;
  latentSize: number;
  data: DataSpec;
}

export const compareState = () => ({
  /** Whether two maps are looked at, of which models, and the maps. */
  comparing: signal(false),
  sides: signal<readonly [Side, Side]>(['shown', 'shown']),
  pictures: signal<readonly [SidePicture | undefined, SidePicture | undefined]>([undefined, undefined]),
});
