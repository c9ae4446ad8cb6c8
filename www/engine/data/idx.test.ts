import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { unpacked, withSample } from './idx';

/** Two 28x28 images and their labels, as MNIST's files are written. */
const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 28, 0, 0, 0, 28, ...Array(2 * 784).fill(5));
const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 7, 2);

it('adds a sample at the end of both files, which count it', async () => {
  const files = [await unpacked(gzipSync(images)), await unpacked(gzipSync(labels))] as const;
  const [more, named] = withSample(files, { pixels: new Uint8Array(784).fill(9), label: 4 });
  expect([...named]).toEqual([0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 4]);
  expect([...more.subarray(0, 8)]).toEqual([0, 0, 8, 3, 0, 0, 0, 3]);
  expect(Buffer.compare(more.subarray(8, images.length), images.subarray(8))).toBe(0);
  expect([...more.subarray(images.length)]).toEqual(Array(784).fill(9));
});

it('leaves a file as it is that came unpacked', async () => {
  const plain = Uint8Array.of(0, 0, 8, 1);
  expect(await unpacked(plain)).toBe(plain);
});
