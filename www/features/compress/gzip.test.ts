import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bitsOf, gzipped } from './gzip';

it('counts the bytes of a file that can be read again', async () => {
  const images = Uint8Array.from({ length: 4000 }, (_, index) => (index * index) % 256);
  const there = gzipSync(images);
  expect(gunzipSync(there)).toHaveLength(4000);
  expect(Math.abs((await gzipped(images, false)) - there.length)).toBeLessThan(100);
});

it('gives black and white as bits', async () => {
  expect([...bitsOf(Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 255, 0, 255))]).toEqual([0b10000001, 0b10]);
  const noise = Uint8Array.from({ length: 8000 }, (_, index) => (Math.sin(index * index) > 0 ? 255 : 0));
  expect(await gzipped(noise, true)).toBeLessThan(1100);
});
