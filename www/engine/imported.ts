// What is kept of a data set of one's own, and what it is told by.

import type { DataSpec, Split, SplitFiles } from './protocol';
import type { ImportedFiles } from './protocol/importer';
import { sha256 } from './sha256';

const KEY_DIGITS = 16;

export type Bytes = Uint8Array<ArrayBuffer>;
export type Files = Record<'images' | 'labels', Bytes> & { texts?: Bytes };

export async function keptOf(data: DataSpec, train: Files, test: Files): Promise<ImportedFiles> {
  const sum = await sumOf(filesOf({ train, t10k: test }));
  const splits = { train: blobsOf(train), t10k: blobsOf(test) };
  return { key: await keyOf(data, ofSamples(sum)), sum, data, splits };
}

/** In the order of their sums: those of the samples, which each data set has, and then the texts of bags of words. */
export function filesOf<File>({
  train,
  t10k,
}: Record<Split, Record<'images' | 'labels', File> & { texts?: File }>) {
  const samples = [train.images, train.labels, t10k.images, t10k.labels];
  return [...samples, ...[train.texts ?? [], t10k.texts ?? []].flat()] as File[];
}

const SAMPLES = 4;

/** What data sets were kept with before their texts had sums, and are told apart by. */
export const ofSamples = (sum: string) => sum.split(' ').slice(0, SAMPLES).join(' ');

const blobsOf = ({ images, labels, texts }: Files): SplitFiles => ({
  images: new Blob([images]),
  labels: new Blob([labels]),
  ...(texts && { texts: new Blob([texts]) }),
});

/** Of all that tells data sets apart. Where a browser reckons no sums, another one each time. */
async function keyOf(data: DataSpec, sum: string): Promise<string> {
  if (!sum) return crypto.getRandomValues(new Uint32Array(4)).join('');
  return (await sha256(new TextEncoder().encode(`${JSON.stringify(data)} ${sum}`))).slice(0, KEY_DIGITS);
}

/** Of files, of which one at a time is in memory; nothing outside a secure context, where a browser reckons none. */
export async function sumOf(files: readonly (Bytes | Blob)[]): Promise<string> {
  if (!crypto.subtle) return '';
  const sums: string[] = [];
  for (const file of files)
    sums.push(await sha256(file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file));
  return sums.join(' ');
}
