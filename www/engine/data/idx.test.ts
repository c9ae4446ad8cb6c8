import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unpacked, withSample } from './idx';

it('adds a sample at the end of both files, which count it', async () => {
  const read = async (file: string) =>
    unpacked(new Uint8Array(readFileSync(`www/public/data/t10k-${file}-ubyte.gz`)));
  const [images, labels] = [await read('images-idx3'), await read('labels-idx1')];
  const [more, named] = withSample([images, labels], { pixels: new Uint8Array(784).fill(9), label: 4 });
  const count = (file: Uint8Array) => new DataView(file.buffer, file.byteOffset).getUint32(4);
  expect([count(more), count(named)]).toEqual([count(images) + 1, count(images) + 1]);
  expect(more.length).toBe(16 + 784 * count(more));
  expect([...more.subarray(-784)]).toEqual(Array(784).fill(9));
  expect(named.at(-1)).toBe(4);
  expect(Buffer.compare(more.subarray(8, images.length), images.subarray(8))).toBe(0);
});

it('leaves a file as it is that came unpacked', async () => {
  const plain = Uint8Array.of(0, 0, 8, 1);
  expect(await unpacked(plain)).toBe(plain);
});
