// The map of more than two dimensions, which changes as z moves: decoded anew every few frames.

import type { Vector } from '../../app/latent/vectors';
import type { ModelScope } from '../../app/model/scope';
import { onPlane, type Pair, type Plane } from '../../app/plane/geometry';
import type { Viewport } from '../../app/plane/viewport';
import { sizeOf } from '../../engine/data/spec';
import { shownData } from '../../ui/shown-data';

/** Images a side, and frames that show the same ones. */
export const COLUMNS = 10;
const FRAMES = 3;

/** For each frame the images of the map through its z, line by line from the top. */
export async function mapsThrough(
  way: readonly Vector[],
  plane: Plane,
  view: Viewport,
  classIndex: number,
  model: Pick<ModelScope, 'ask'>,
): Promise<(frame: number) => Uint8Array> {
  const centres = centresOf(view);
  const through = way.filter((_, frame) => frame % FRAMES === 0);
  const points = Float32Array.from(
    through.flatMap((z) => centres.flatMap((place) => onPlane(z, plane, place))),
  );
  const { value } = await model.ask((it) => it.latent.decodeAll(points, way[0]?.length ?? 0, classIndex));
  const bytes = centres.length * sizeOf(shownData.peek());
  return (frame) => {
    const start = Math.floor(frame / FRAMES) * bytes;
    return value.subarray(start, start + bytes);
  };
}

/** Where on the plane the middles of the images lie. */
export function centresOf(view: Viewport): Pair[] {
  const middles = Array.from({ length: COLUMNS }, (_, index) => (index + 0.5) / COLUMNS);
  return middles.flatMap((down) => middles.map((across) => view.at(across * view.width, down * view.height)));
}
