// Images and labels as IDX files, which the crate reads.

import type { DataSpec } from './latent';
import type { Split } from './worker-api';

/** An image is as many lines as its channels have together. */
export function idxOf(
  { pixels, labels }: Split,
  { width, height, channels }: Pick<DataSpec, 'width' | 'height' | 'channels'>,
): [images: Uint8Array, labels: Uint8Array] {
  const count = labels.length;
  return [file(pixels, [count, channels * height, width]), file(labels, [count])];
}

/** Of bytes: its sizes are big-endian. */
function file(bytes: Uint8Array, sizes: readonly number[]): Uint8Array {
  const whole = new Uint8Array(4 + 4 * sizes.length + bytes.length);
  const view = new DataView(whole.buffer);
  whole.set([0, 0, 8, sizes.length]);
  for (const [index, size] of sizes.entries()) view.setUint32(4 + 4 * index, size);
  whole.set(bytes, 4 + 4 * sizes.length);
  return whole;
}
