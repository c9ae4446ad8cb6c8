import type { Latent } from './build';
import { download } from './download';
import { fetchManifest } from './manifest';
import type { Split } from './protocol';

/** Hears what part of the images has come, from 0 to 1. */
type Hear = (part: number) => void;

/** Images and labels of one split of the data set. */
export async function fetchSplit(
  base: string,
  split: Split,
  hear: Hear = () => undefined,
): Promise<[Uint8Array, Uint8Array]> {
  const { files } = await fetchManifest(base);
  const file = (kind: string, hear?: Hear) => {
    const name = `${split}-${kind}-ubyte.gz`;
    const listed = files[name];
    return download(new URL(`data/${name}`, base), listed, (came) => hear?.(came / (listed?.bytes ?? came)));
  };
  return Promise.all([file('images-idx3', hear), file('labels-idx1')]);
}

/** One split of the data set, read by a build of the crate. */
export async function fetchSamples(
  latent: Pick<typeof Latent, 'Dataset'>,
  base: string,
  split: Split,
  hear?: Hear,
) {
  return latent.Dataset.parse(...(await fetchSplit(base, split, hear)));
}
