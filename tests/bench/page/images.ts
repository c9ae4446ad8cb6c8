// The training digits, for systems that take plain arrays.

import { download } from '../../../www/engine/download';

const PIXELS = 784;
const IDX_HEADER = 16;

export class Images {
  /** In [0, 1], ready to be copied. */
  private constructor(private readonly pixels: Float32Array) {}

  static async fetch(base: string) {
    const zipped = await download(new URL('data/train-images-idx3-ubyte.gz', base));
    const plain = new Blob([new Uint8Array(zipped)]).stream().pipeThrough(new DecompressionStream('gzip'));
    const bytes = new Uint8Array(await new Response(plain).arrayBuffer()).subarray(IDX_HEADER);
    return new Images(Float32Array.from(bytes, (byte) => byte / 255));
  }

  /** `[size, 784]`, drawn with replacement. */
  randomBatch(size: number): Float32Array<ArrayBuffer> {
    const count = this.pixels.length / PIXELS;
    const batch = new Float32Array(size * PIXELS);
    for (let row = 0; row < size; row++) {
      const from = PIXELS * Math.floor(Math.random() * count);
      batch.set(this.pixels.subarray(from, from + PIXELS), row * PIXELS);
    }
    return batch;
  }
}
