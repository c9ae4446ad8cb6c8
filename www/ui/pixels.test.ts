import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SITE_DATA } from '../engine/data/spec';
import { greyTable, pixelsOf } from './pixels';

beforeAll(() => {
  vi.stubGlobal(
    'ImageData',
    class {
      constructor(
        readonly data: Uint8ClampedArray,
        readonly width: number,
        readonly height: number,
      ) {}
    },
  );
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const SMALL = { ...SITE_DATA, width: 2, height: 1 };
const COLOUR = { ...SMALL, channels: 3 };
const PAPER_TO_INK = greyTable([255, 255, 255], [0, 0, 255]);

/** Of each pixel red, green and blue; all are opaque. */
function painted({ data }: ImageData) {
  const pixels = Array.from({ length: data.length / 4 }, (_, at) => [...data.subarray(4 * at, 4 * at + 4)]);
  expect(pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
  return pixels.map((pixel) => pixel.slice(0, 3));
}

it('paints grey bytes as ink on paper', () => {
  const image = pixelsOf(Uint8Array.of(0, 255, 51, 0), SMALL, PAPER_TO_INK);
  expect([image.width, image.height]).toEqual([2, 2]);
  expect(painted(image)).toEqual([
    [255, 255, 255],
    [0, 0, 255],
    [204, 204, 255],
    [255, 255, 255],
  ]);
});

it('paints an image of three channels as coloured as it is, whatever ink and paper are', () => {
  const image = pixelsOf(Uint8Array.of(1, 2, 10, 20, 100, 200), COLOUR, PAPER_TO_INK);
  expect([image.width, image.height]).toEqual([2, 1]);
  expect(painted(image)).toEqual([
    [1, 10, 100],
    [2, 20, 200],
  ]);
});

it('paints rows of images, of each row channel after channel', () => {
  // Two rows of two images, of two pixels each: of an image the first is what is said, the second one more.
  const row = (start: number) =>
    [0, 100, 200].flatMap((channel) => [0, 1, 10, 11].map((pixel) => start + channel + pixel));
  const image = pixelsOf(Uint8Array.from([...row(0), ...row(40)]), COLOUR, PAPER_TO_INK, 2);
  expect([image.width, image.height]).toEqual([4, 2]);
  const expected = [0, 1, 10, 11, 40, 41, 50, 51].map((red) => [red, red + 100, red + 200]);
  expect(painted(image)).toEqual(expected);
});
