import type { Latent } from './build';
import { fetchFile } from './fetch';
import type { Split } from './protocol';

/** The bytes of a file of the site. */
export async function fetchBytes(url: URL): Promise<Uint8Array> {
  return new Uint8Array(await (await fetchFile(url)).arrayBuffer());
}

/** Images and labels of one split of the data set. */
export function fetchSplit(base: string, split: Split): Promise<[Uint8Array, Uint8Array]> {
  const file = (kind: string) => fetchBytes(new URL(`data/${split}-${kind}-ubyte.gz`, base));
  return Promise.all([file('images-idx3'), file('labels-idx1')]);
}

/** One split of the data set, read by a build of the crate. */
export async function fetchSamples(latent: Pick<typeof Latent, 'Dataset'>, base: string, split: Split) {
  return latent.Dataset.parse(...(await fetchSplit(base, split)));
}
