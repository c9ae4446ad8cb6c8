// The mean of some training pictures: what a plain method would fill in.

import type { OfUses } from '../../engine/uses/questions';

const IMAGES = 5000;

type Splits = OfUses['session']['data'];

const known = new WeakMap<Splits, Promise<Uint8Array>>();

/** Found once for a data set. */
export function meanOf({ data }: OfUses['session']): Promise<Uint8Array> {
  const found = known.get(data) ?? find(data);
  known.set(data, found);
  return found;
}

async function find(data: Splits): Promise<Uint8Array> {
  const images = await data.first('train', IMAGES);
  const count = Math.min(IMAGES, images.length);
  const sums = new Float64Array(images.pixels(0).length);
  for (let index = 0; index < count; index++)
    for (const [at, byte] of images.pixels(index).entries()) sums[at] = (sums[at] ?? 0) + byte;
  return Uint8Array.from(sums, (sum) => Math.round(sum / count));
}
