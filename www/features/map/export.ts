// The map as a picture, with z, and with the path where the map shows it.

import { canvasOf } from '../../app/export/drawing';
import type { Save } from '../../app/export/exports';
import { savePng } from '../../app/export/files';
import { drawRing, drawTiles, drawWay, mapOf } from '../../app/export/map';
import type { Vector } from '../../app/latent/vectors';
import { fromPlane } from '../../app/plane/geometry';

/** As many pixels as 20 tiles have without scaling, twice. */
const WIDTH = 1120;

export const saveMap: Save = async ({ state }, colours) => {
  const map = mapOf(state, WIDTH);
  const [canvas, context] = canvasOf(map.view.width, map.view.height, colours.paper);
  drawTiles(context, map, colours.ink);
  const onMap = (z: Vector) => fromPlane(z, state.plane.shown.peek());
  if (state.map.layers.peek().get('path'))
    drawWay(context, map.view, state.paths.points.peek().map(onMap), colours);
  drawRing(context, map.view, onMap(state.latent.z.peek()), colours);
  await savePng(canvas, 'latent-map.png');
};
