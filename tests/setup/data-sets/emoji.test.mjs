import { expect, it } from 'vitest';
import { cut, familiesOf, unpacked } from '../../../www/setup/data-sets/emoji.mjs';

/** Three pixels: red, nothing, and green that covers two fifths. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAABCAYAAAAb4BS0AAAADUlEQVR4XmP4zwBHaQAeVQRjHqi0uAAAAABJRU5ErkJggg==',
  'base64',
);

it('stand on white', async () => {
  const { pixels, width } = await unpacked(png);
  expect(width).toBe(3);
  expect([...pixels]).toEqual([255, 0, 0, 255, 255, 255, 255, 255, 153, 255, 153, 255]);
});

const width = 3 * 34;
/** Of each pixel its column, its row, and which cell it is in. */
const sheet = {
  width,
  pixels: Uint8Array.from({ length: 4 * width * width }, (_, index) => {
    const [x, y] = [Math.floor(index / 4) % width, Math.floor(index / 4 / width)];
    return [x, y, 3 * Math.floor(y / 34) + Math.floor(x / 34), 255][index % 4];
  }),
};

it('are cut out of the sheet within their borders, colour after colour', () => {
  const pixels = cut(sheet, { sheet_x: 1, sheet_y: 2 });
  expect(pixels).toHaveLength(3 * 32 * 32);
  expect([...pixels.subarray(0, 32)]).toEqual(Array.from({ length: 32 }, (_, x) => 35 + x));
  const green = pixels.subarray(32 * 32, 2 * 32 * 32);
  expect([green[0], green.at(-1)]).toEqual([69, 100]);
  expect(new Set(pixels.subarray(2 * 32 * 32))).toEqual(new Set([7]));
});

it('are a family with their tones, without what Twitter does not draw and without the tones themselves', () => {
  const drawn = (sheet_x, sheet_y) => ({ sheet_x, sheet_y, has_img_twitter: true });
  const list = [
    {
      ...drawn(0, 0),
      category: 'People & Body',
      skin_variations: { '1F3FB': drawn(0, 1), '1F3FC': { ...drawn(0, 2), has_img_twitter: false } },
    },
    { ...drawn(1, 0), category: 'Component' },
    { ...drawn(2, 2), category: 'Flags' },
  ];
  const families = familiesOf(list, sheet);
  const told = families.map((family) => family.map(({ pixels, label }) => [pixels.at(-1), label]));
  expect(told).toEqual([
    [
      [0, 1],
      [3, 1],
    ],
    [[8, 8]],
  ]);
});
