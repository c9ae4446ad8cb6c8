import { expect, it } from 'vitest';
import { parted } from '../../../www/setup/data-sets/split.mjs';

/** Of 30 families, three of each size from 1 to 10; a picture is its family, then its place in it. */
const families = Array.from({ length: 30 }, (_, family) =>
  Array.from({ length: 1 + (family % 10) }, (_, place) => ({
    pixels: Uint8Array.of(family, place),
    label: family % 7,
  })),
);

function itemsOf({ images, labels }) {
  const pixels = images.subarray(16);
  return [...labels.subarray(8)].map((label, index) => {
    const [family, place] = pixels.subarray(2 * index);
    return { family, place, label };
  });
}

it('holds a sixth of the families out, each whole, and loses no picture and no label', () => {
  const { train, test } = parted(families, [1, 2]);
  const [trained, tested] = [itemsOf(train), itemsOf(test)];
  const known = new Set(trained.map(({ family }) => family));
  const held = new Set(tested.map(({ family }) => family));
  expect(held.size).toBe(5);
  expect([...held].filter((family) => known.has(family))).toEqual([]);
  const all = [...trained, ...tested];
  expect(all.length).toBe(families.flat().length);
  expect(new Set(all.map(({ family, place }) => `${family} ${place}`)).size).toBe(all.length);
  for (const { family, label } of all) expect(label).toBe(family % 7);
});

it('mixes the families, the same way every time', () => {
  const { train } = parted(families, [1, 2]);
  expect(parted(families, [1, 2]).train.images.equals(train.images)).toBe(true);
  const order = itemsOf(train).map(({ family }) => family);
  expect(order).not.toEqual(order.toSorted((one, other) => one - other));
});

it('says the sizes in its headers', () => {
  const { images, labels } = parted(families, [1, 2]).test;
  expect(images.subarray(0, 4).toString('hex')).toBe('00000803');
  expect([images.readUInt32BE(8), images.readUInt32BE(12)]).toEqual([1, 2]);
  expect(images.readUInt32BE(4)).toBe(labels.readUInt32BE(4));
});
