import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inOrder } from '../../../www/setup/data-sets/animals.mjs';
import { publicFolder } from '../../../www/setup/paths.mjs';

/** Images of one ink each. */
const images = (inks) => ({
  pixels: Buffer.concat(inks.map((ink) => Buffer.alloc(784, ink))),
  labelOf: (index) => inks[index] % 10,
});
const inks = (ordered) => ordered.map(({ image, label }) => [image[0], label]);

it('puts images into an order of their own, whatever the one before, with equal ones beside each other', () => {
  const given = Array.from({ length: 40 }, (_, index) => index % 30);
  const ordered = inks(inOrder(images(given), 40));
  expect(ordered).toEqual(inks(inOrder(images([...given].reverse()), 40)));
  expect(ordered.map(([ink]) => ink)).not.toEqual([...given].sort((one, other) => one - other));
  expect(ordered.every(([ink, label]) => label === ink % 10)).toBe(true);
  for (let ink = 0; ink < 10; ink++) {
    const at = ordered.findIndex(([other]) => other === ink);
    expect(ordered[at + 1]).toEqual(ordered[at]);
  }
});

const folder = join(publicFolder, 'data/animals');

it.skipIf(!existsSync(folder))('has every animal in both parts, and no image in both', () => {
  const read = (name) => gunzipSync(readFileSync(join(folder, name)));
  const parts = ['train', 't10k'].map((part) => ({
    labels: read(`${part}-labels-idx1-ubyte.gz`).subarray(8),
    pixels: read(`${part}-images-idx3-ubyte.gz`).subarray(16),
  }));
  const imagesOf = ({ labels, pixels }) =>
    Array.from(labels, (_, index) => pixels.toString('latin1', 784 * index, 784 * (index + 1)));
  for (const { labels } of parts) expect(new Set(labels).size).toBe(10);
  const [train, test] = parts.map((part) => new Set(imagesOf(part)));
  expect([...(test ?? [])].filter((image) => train?.has(image))).toEqual([]);
});
