// The strips along the latent dimensions as a picture, a dimension a row.

import type { Make } from '../../app/export/exports';
import { pictureOfTiles } from '../../app/export/tiles';
import { TRAVERSAL_TILES } from './follow';

export const makeStrips: Make = async ({ state }, format, { paper, ink }) => {
  const strips = state.sliders.traversals.peek();
  if (strips.length === 0) return undefined;
  const lines = new Uint8Array(await new Blob(strips as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  return pictureOfTiles(lines, { columns: TRAVERSAL_TILES, ink, paper, format });
};
