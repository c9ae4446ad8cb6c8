// How the map of a model that is not shown lies in its latent space.

import type { MapView } from '../../engine/protocol';
import type { State } from '../store';
import { offPlane, planeOfAxes } from './geometry';
import type { TileBlock } from './tiles';

/** Through z along the map's plane; a model of another latent size has the plane of its first dimensions, through 0. */
export function viewBeside(
  { latent: { z }, plane: { shown: plane } }: State,
  latentSize: number,
  { across, up }: TileBlock,
): MapView {
  const same = plane.value.across.length === latentSize;
  const own = same ? plane.value : planeOfAxes(latentSize, [0, Math.min(1, latentSize - 1)]);
  const through = same ? offPlane(z.value, own) : own.across.map(() => 0);
  return {
    // To 1e-4, so that moving along a slanted plane asks for nothing.
    z: through.map((value) => Math.round(value * 1e4) / 1e4),
    directions: [...own.across, ...own.up],
    across: [...across],
    up: [...up],
  };
}
