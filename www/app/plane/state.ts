// The plane of the latent space that maps show, and which part of it.

import { signal } from '@preact/signals-core';
import { type Pair, type Plane, planeOfAxes } from './geometry';
import { COLUMNS } from './tiles';
import { type MapGrid, type MapWindow, WHOLE } from './viewport';

export const planeState = () => ({
  /** The dimensions that were chosen; both the same for a single one. */
  axes: signal<Pair>([0, 1]),
  /** Whether the map shows the codes' principal axes in place of two dimensions. */
  principal: signal(false),
  /** What part of the codes' variance those axes have; nothing while they are not found. */
  share: signal<number | undefined>(undefined),
  /** What the map is a picture of. */
  shown: signal<Plane>(planeOfAxes(2, [0, 1])),
  /** Tiles over the whole map, at least. */
  columns: signal(COLUMNS),
  window: signal<MapWindow>(WHOLE),
  grid: signal<MapGrid>('equal spacing'),
});
