// The sheet as a picture, and as arrays: each z with the image that it is decoded to.

import { part } from '../../app/async/part';
import type { Make } from '../../app/export/exports';
import { tiled } from '../../ui/film';

const COLUMNS = 8;

export const makeGenerated: Make = async ({ state }, format, { paper, output }) => {
  const sheet = state.generate.sheet.peek();
  if (!sheet) return undefined;
  const { z, latentSize, images } = sheet;
  if (format !== 'npz') {
    const { pictureOfTiles } = await part(import('../../app/export/tiles'));
    return pictureOfTiles(tiled(images, COLUMNS), { columns: COLUMNS, ink: output, paper, format });
  }
  const { imageArray, npzBlob } = await part(import('../../app/export/npy'));
  return npzBlob({
    z: { values: z, shape: [z.length / latentSize, latentSize] },
    images: imageArray(images),
  });
};
