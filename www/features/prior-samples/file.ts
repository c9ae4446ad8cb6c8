// The samples as a picture, and as arrays: each z with the image that it is decoded to.

import type { Make } from '../../app/export/exports';
import { conditionOf } from '../../app/latent/condition';
import { tiled } from '../../ui/film';
import { COLUMNS, pointsOf } from './state';

export const makePriorSamples: Make = async ({ state, model }, format, { paper, output }) => {
  const classIndex = conditionOf(state).peek();
  const { value } = await model.ask(async (it, { summary }) => {
    const { latentSize } = summary.config;
    const z = pointsOf(state.priorSamples.shares.peek(), latentSize);
    return { z, latentSize, images: await it.latent.decodeAll(z, latentSize, classIndex) };
  });
  const { z, latentSize, images } = value;
  if (format !== 'npz') {
    const { pictureOfTiles } = await import('../../app/export/tiles');
    return pictureOfTiles(tiled(images, COLUMNS), { columns: COLUMNS, ink: output, paper, format });
  }
  const { imageArray, npzBlob } = await import('../../app/export/npy');
  return npzBlob({
    z: { values: z, shape: [z.length / latentSize, latentSize] },
    images: imageArray(images),
  });
};
