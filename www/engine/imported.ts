// What is kept of a data set of one's own, and what it is told by.

import type { DataSpec, SplitFiles } from './protocol';
import type { ImportedFiles } from './protocol/importer';
import { sha256 } from './sha256';

const KEY_DIGITS = 16;

export type Bytes = Uint8Array<ArrayBuffer>;
export type Files = Record<'images' | 'labels', Bytes> & { texts?: Bytes };

export async function keptOf(data: DataSpec, train: Files, test: Files): Promise<ImportedFiles> {
  const sum = await sumOf([train.images, train.labels, test.images, test.labels]);
  const splits = { train: blobsOf(train), t10k: blobsOf(test) };
  return { key: await keyOf(data, sum), sum, data, splits };
}

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
