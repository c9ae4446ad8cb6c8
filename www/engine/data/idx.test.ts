import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
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

it('unpacks any file as it was, and adds any sample', async () => {
  const labels = fc.uint8Array({ minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(
      labels,
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.nat(255),
      async (all, pixels, label) => {
        const count = [0, 0, 0, all.length];
        const file = Uint8Array.of(0, 0, 8, 1, ...count, ...all);
        const images = Uint8Array.of(
          0,
          0,
          8,
          3,
          ...count,
          0,
          0,
          0,
          2,
          0,
          0,
          0,
          2,
          ...Array(4 * all.length).fill(7),
        );
        expect(new Uint8Array(await unpacked(gzipSync(file)))).toEqual(file);
        const [more, named] = withSample([images, file], { pixels, label });
        expect([...named]).toEqual([0, 0, 8, 1, 0, 0, 0, all.length + 1, ...all, label]);
        expect([...more.subarray(4, 8), ...more.subarray(-4)]).toEqual([0, 0, 0, all.length + 1, ...pixels]);
      },
    ),
  );
});
