import type { Latent } from './build';
import { unpacked } from './data/idx';
import { hasItems } from './data/spec';
import { download } from './download';
import { fetchManifest } from './manifest';
import type { DataSpec, Images, Split, SplitFiles } from './protocol';

/** Hears what part of the images has come, from 0 to 1. */
type Hear = (part: number) => void;

/** Images, or rows of items, and labels of one split of the data set. */
export async function fetchSplit(
  { base, data: { data, source } }: Images,
  split: Split,
  hear: Hear = () => undefined,
): Promise<[Uint8Array, Uint8Array]> {
  if (source.at === 'here') return bytesOf(source.splits[split]);
  const folder = new URL(source.folder, base);
  const { files } = await fetchManifest(folder);
  const file = (kind: keyof SplitFiles, hear?: Hear) => {
    const name = nameOf(data, split, kind);
    const listed = files[name];
    return download(new URL(name, folder), listed, (came) => hear?.(came / (listed?.bytes ?? came)));
  };
  return Promise.all([file('images', hear), file('labels')]);
}

/** The texts of one split of bags of words, in their order; none where they are not beside it. */
export async function fetchTexts({ base, data: { data, source } }: Images, split: Split): Promise<string[]> {
  if (source.at === 'here') return linesOf((await source.splits[split].texts?.text()) ?? '');
  const folder = new URL(source.folder, base);
  const name = nameOf(data, split, 'texts');
  const listed = (await fetchManifest(folder)).files[name];
  if (!listed) return [];
  const packed = await download(new URL(name, folder), listed);
  return linesOf(new TextDecoder().decode(await unpacked(packed)));
}

const linesOf = (text: string) => (text ? text.split('\n') : []);

/** What a file of a split is called in the data set's folder. */
export function nameOf(data: DataSpec, split: Split, kind: keyof SplitFiles) {
  if (kind === 'texts') return `${split}-texts.gz`;
  const samples = hasItems(data) ? 'rows' : 'images-idx3-ubyte';
  return `${split}-${kind === 'images' ? samples : 'labels-idx1-ubyte'}.gz`;
}

const bytesOf = ({ images, labels }: SplitFiles) => Promise.all([bytesIn(images), bytesIn(labels)]);

const bytesIn = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** One split of the data set, read by a build of the crate. */
export async function fetchSamples(
  latent: Pick<typeof Latent, 'Dataset'>,
  images: Images,
  split: Split,
  hear?: Hear,
) {
  return latent.Dataset.parse(...(await fetchSplit(images, split, hear)), images.data.data);
}
