// The first samples of a split, read as it arrives: the rest is neither fetched nor unpacked.

import type { Latent } from '../build';
import { counting, HEADER } from '../data/idx';
import { SITE_DATA, sizeOf } from '../data/spec';
import { begin } from '../download';
import { Failed } from '../failure/failure';
import { patiently, stillComes } from '../patience';
import type { Split } from '../protocol';

/** Bytes before the items, and of each item. */
const IMAGES = { kind: 'images-idx3', header: HEADER.images, item: sizeOf(SITE_DATA) };
const LABELS = { kind: 'labels-idx1', header: HEADER.labels, item: 1 };

export async function fetchFirstSamples(
  latent: Pick<typeof Latent, 'Dataset'>,
  base: string,
  split: Split,
  count: number,
) {
  const read = async ({ kind, header, item }: typeof IMAGES) => {
    const url = new URL(`data/${split}-${kind}-ubyte.gz`, base);
    return firstItems(await startOf(url, header + count * item), header, item);
  };
  return latent.Dataset.parse(await read(IMAGES), await read(LABELS));
}

/** Its sum is the whole file's, which does not come. */
async function startOf(url: URL, size: number) {
  const { pathname: path } = url;
  const { response, giveUp } = await begin(url);
  const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(bytes, out) {
      stillComes();
      out.enqueue(bytes);
    },
  });
  const read = async () => {
    if (!response.body) return new Uint8Array();
    return readStart(await unpacked(response.body.pipeThrough(heard)), size);
  };
  const start = read().catch(() => {
    throw new Failed({ kind: 'changed', path });
  });
  return patiently(start, () => ({ kind: 'stalled', path, came: 0 })).finally(giveUp);
}

/** The start of an IDX file made a file of its own: its header tells how many items there are. */
export function firstItems(start: Uint8Array<ArrayBuffer>, header: number, item: number) {
  const count = Math.floor((start.length - header) / item);
  return counting(start.slice(0, header + count * item), count);
}

/** The first bytes of a stream, which is then let go; fewer where it is shorter. */
export async function readStart(stream: ReadableStream<Uint8Array<ArrayBuffer>>, size: number) {
  const start = new Uint8Array(size);
  const reader = stream.getReader();
  let filled = 0;
  while (filled < size) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, size - filled);
    start.set(part, filled);
    filled += part.length;
  }
  await reader.cancel();
  return start.subarray(0, filled);
}

/** A host may have unpacked the file already. */
export async function unpacked(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const [probe, whole] = body.tee();
  const reader = probe.getReader();
  const { value } = await reader.read();
  void reader.cancel();
  const isGzip = value?.[0] === 0x1f && value[1] === 0x8b;
  return isGzip ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}
