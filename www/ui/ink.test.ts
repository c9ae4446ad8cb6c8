import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { SITE_DATA } from '../engine/data/spec';
import { paint, paintDifference, paintInk } from './ink';
import { showData } from './shown-data';

/** The theme's colours, as a style sheet has them. */
const COLOURS: Record<string, string> = {
  'var(--paper)': '#ffffff',
  'var(--ink)': '#000000',
  'var(--input)': '#ff0000',
  'var(--output)': '#0000ff',
};

beforeAll(() => {
  const element = () => ({
    style: { color: '' },
    append() {},
    getContext: () => ({ fillStyle: '' }),
  });
  vi.stubGlobal('document', { createElement: element, body: { append() {} } });
  vi.stubGlobal('getComputedStyle', ({ style }: { style: { color: string } }) => ({
    color: COLOURS[style.color],
  }));
  vi.stubGlobal(
    'ImageData',
    class {
      readonly height: number;
      constructor(
        readonly data: Uint8ClampedArray,
        readonly width: number,
      ) {
        this.height = data.length / 4 / width;
      }
    },
  );
});
afterEach(() => showData(SITE_DATA));
afterAll(() => {
  vi.unstubAllGlobals();
});

/** What is put on a canvas: its pixels as #rrggbbaa. */
function painted(work: (canvas: HTMLCanvasElement) => void): string[] {
  let image: ImageData | undefined;
  const putImageData = (put: ImageData) => {
    image = put;
  };
  const canvas = { width: 0, height: 0, getContext: () => ({ putImageData }) };
  work(canvas as unknown as HTMLCanvasElement);
  if (!image) throw new Error('Nothing was painted.');
  expect([canvas.width, canvas.height]).toEqual([image.width, image.height]);
  return (Buffer.from(image.data).toString('hex').match(/.{8}/g) ?? []).map((pixel) => `#${pixel}`);
}

const grey = { ...SITE_DATA, width: 2, height: 1 };
const colour = { ...grey, channels: 3 };

it('paints ink in its colour, and colours as they are', () => {
  showData(grey);
  expect(painted((canvas) => paint(canvas, Uint8Array.of(255, 0), '--input'))).toEqual([
    '#ff0000ff',
    '#ffffffff',
  ]);
  showData(colour);
  const image = Uint8Array.of(1, 2, 3, 4, 5, 6);
  const expected = ['#010305ff', '#020406ff'];
  expect(painted((canvas) => paint(canvas, image, '--input'))).toEqual(expected);
  expect(painted((canvas) => paintInk(canvas, image, '--input'))).toEqual(expected);
});

it('paints images of other data than the model’s as what they are', () => {
  showData(grey);
  const image = Uint8Array.of(1, 2, 3, 4, 5, 6);
  expect(painted((canvas) => paint(canvas, image, '--ink', 1, colour))).toEqual(['#010305ff', '#020406ff']);
});

it('lets what lies behind grey ink be seen', () => {
  showData(grey);
  expect(painted((canvas) => paintInk(canvas, Uint8Array.of(255, 64), '--input'))).toEqual([
    '#ff0000ff',
    '#ff000040',
  ]);
});

it('tells missing ink from added ink, and of colours how far apart they are in the mean', () => {
  showData(grey);
  const differ = (...images: [Uint8Array, Uint8Array]) =>
    painted((canvas) => paintDifference(canvas, ...images));
  expect(differ(Uint8Array.of(255, 0), Uint8Array.of(0, 255))).toEqual(['#ff0000ff', '#0000ffff']);
  showData(colour);
  const [input, output] = [Uint8Array.of(255, 9, 0, 9, 0, 9), Uint8Array.of(0, 9, 255, 9, 255, 0)];
  // 255 and 3 of 255.
  expect(differ(input, output)).toEqual(['#000000ff', '#fcfcfcff']);
});
