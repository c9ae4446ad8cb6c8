// What a plain compressor that knows no digits comes to.

const BITS = 8;

/** How many bytes gzip makes of images; those in black and white are given to it with eight pixels a byte. */
export async function gzipped(images: Uint8Array, inBits: boolean): Promise<number> {
  const given = inBits ? bitsOf(images) : images.slice();
  const stream = new Blob([given]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}

export function bitsOf(images: Uint8Array): Uint8Array<ArrayBuffer> {
  const bits = new Uint8Array(Math.ceil(images.length / BITS));
  for (const [index, byte] of images.entries())
    if (byte > 127) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index % BITS));
  return bits;
}
