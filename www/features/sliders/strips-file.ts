// The strips along the latent dimensions as a picture, a dimension a row.

import type { Make } from '../../app/export/exports';
import { pictureOfTiles } from '../../app/export/tiles';
import { conditionOf } from '../../app/latent/condition';
import { dimensionsOf, STRIP, TRAVERSAL_TILES } from './follow';

export const makeStrips: Make = async ({ state, model }, format, { paper, ink }) => {
  if (!state.model.shown.peek()) return undefined;
  const z = state.latent.z.peek();
  const asked = { ...STRIP, z, dimensions: dimensionsOf(z), classIndex: conditionOf(state).peek() };
  const { value: strips } = await model.ask((it) => it.sliders.traversals(asked));
  const lines = new Uint8Array(await new Blob(strips as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  return pictureOfTiles(lines, { columns: TRAVERSAL_TILES, ink, paper, format });
};
