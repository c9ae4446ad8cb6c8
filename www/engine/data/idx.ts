// The data set's files: unpacked, counted anew, and with a sample more.

/** Bytes before the items. */
export const HEADER = { images: 16, labels: 8 };

export async function unpacked(file: Uint8Array): Promise<Uint8Array> {
  // A host may have unpacked it on the way.
  if (file[0] !== 0x1f || file[1] !== 0x8b) return file;
  const stream = new Blob([file.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Plain IDX files of images and labels, with one more of each at their ends. */
export function withSample(
  [images, labels]: readonly [Uint8Array, Uint8Array],
  { pixels, label }: { pixels: Uint8Array; label: number },
): [Uint8Array, Uint8Array] {
  const count = labels.length - HEADER.labels + 1;
  return [longer(images, pixels, count), longer(labels, Uint8Array.of(label), count)];
}

function longer(file: Uint8Array, more: Uint8Array, count: number): Uint8Array {
  const all = new Uint8Array(file.length + more.length);
  all.set(file);
  all.set(more, file.length);
  return counting(all, count);
}

/** The file, which says now that it has so many items: big-endian, at byte 4. */
export function counting(file: Uint8Array<ArrayBuffer>, count: number): Uint8Array<ArrayBuffer> {
  new DataView(file.buffer).setUint32(4, count);
  return file;
}
