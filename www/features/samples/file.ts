// The samples of the posterior as a picture, and as arrays: the posterior, each draw, what it is decoded to, mean and deviation.

import { part } from '../../app/async/part';
import type { Make } from '../../app/export/exports';
import { tiled } from '../../ui/film';
import { SAMPLES } from './state';

export const makeSamples: Make = async ({ state }, format, { paper, output }) => {
  const drawn = state.samples.drawn.peek();
  const encoding = state.input.encoding.peek();
  if (!drawn || !encoding) return undefined;
  if (format !== 'npz') {
    const { pictureOfTiles } = await part(import('../../app/export/tiles'));
    return pictureOfTiles(tiled(drawn.images, SAMPLES), { columns: SAMPLES, ink: output, paper, format });
  }
  const { imageArray, npzBlob } = await part(import('../../app/export/npy'));
  const latentSize = drawn.z.length / SAMPLES;
  return npzBlob({
    mu: { values: Float32Array.from(encoding.mu), shape: [latentSize] },
    logVar: { values: Float32Array.from(encoding.logVar), shape: [latentSize] },
    z: { values: Float32Array.from(drawn.z), shape: [SAMPLES, latentSize] },
    images: imageArray(drawn.images),
    mean: imageArray(drawn.mean),
    deviation: imageArray(drawn.deviation),
  });
};
