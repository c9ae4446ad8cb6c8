// The first samples of a split, read as it arrives: the rest is neither fetched nor unpacked.

import type { Latent } from '../build';
import { counting, HEADER } from '../data/idx';
import { sizeOf } from '../data/spec';
import { begin } from '../download';
import { Failed } from '../failure/failure';
import { nameOf } from '../files';
import { patiently, stillComes } from '../patience';
import type { Images, Split } from '../protocol';

export async function fetchFirstSamples(
  latent: Pick<typeof Latent, 'Dataset'>,
  site: Images,
  split: Split,
  count: number,
) {
  const { data } = site.data;
  const read = async (kind: keyof typeof HEADER, item: number) => {
    const header = HEADER[kind];
    return firstItems(await startOf(site, split, kind, header + count * item), header, item);
  };
  return latent.Dataset.parse(await read('images', sizeOf(data)), await read('labels', 1), data);
}

async function startOf(
  { base, data: { data, source } }: Images,
  split: Split,
  kind: keyof typeof HEADER,
  size: number,
) {
  if (source.at === 'site') return startFrom(new URL(source.folder + nameOf(data, split, kind), base), size);
  const file = source.splits[split][kind];
  return readStart(await unpacked(file.stream()), size);
}

/** Its sum is the whole file's, which does not come. */
async function startFrom(url: URL, size: number) {
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
