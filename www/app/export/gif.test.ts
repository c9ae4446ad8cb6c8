import fc from 'fast-check';
import { GifReader } from 'omggif';
import { afterEach, expect, it, vi } from 'vitest';
import { gifOf } from './gif';

type Colour = readonly [red: number, green: number, blue: number];

/** Of so many pixels the palette is found from the first. */
const SAMPLED = 23;
const ROWS = 40;

vi.mock('./files', () => ({ refuseFalsified: () => undefined }));
afterEach(() => vi.unstubAllGlobals());

/** So many of each colour. */
function pixelsOf(colours: readonly Colour[], each = 1) {
  const pixels = new Uint8Array(4 * colours.length * each).fill(255);
  for (let at = 0; at < pixels.length / 4; at++) pixels.set(colours[Math.floor(at / each)] ?? [], 4 * at);
  return pixels;
}

/** From a canvas whose picture is the frame drawn last. */
async function written(
  width: number,
  height: number,
  delay: number,
  frames: readonly Uint8Array<ArrayBuffer>[],
) {
  let data = new Uint8Array();
  const context = { getImageData: () => ({ data }) };
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
  const draw = (_: unknown, at: number) => {
    data = (frames[at] ?? data).slice();
  };
  const file = await gifOf({ width, height, frames: frames.length, delay, draw });
  return new Uint8Array(await file.arrayBuffer());
}

/** With what is seen after each frame, as a browser shows them over each other. */
function read(file: Uint8Array) {
  const reader = new GifReader(file as Buffer);
  const seen = new Uint8Array(reader.width * reader.height * 4);
  const frames = Array.from({ length: reader.numFrames() }, (_, at) => {
    reader.decodeAndBlitFrameRGBA(at, seen);
    const { delay, x, y, width, height, disposal } = reader.frameInfo(at);
    // It stays where it is: nothing of it is taken away before the next one.
    expect(disposal).toBeLessThan(2);
    return { delay: 10 * delay, place: [x, y, width, height], pixels: seen.slice() };
  });
  return { width: reader.width, height: reader.height, loops: reader.loopCount(), frames };
}

const byte = fc.integer({ min: 0, max: 255 });
const colour: fc.Arbitrary<Colour> = fc.tuple(byte, byte, byte);
const exactly = (length: number) => ({ minLength: length, maxLength: length });

it('writes any animation so that its size, its frames and their delays come back', async () => {
  const [side, few] = [fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })];
  const delays = fc.integer({ min: 2, max: 500 }).map((hundredths) => 10 * hundredths);
  const animation = fc.tuple(side, side, few, delays).chain(([width, height, count, delay]) => {
    const frame = fc.array(colour, exactly(width * height)).map((colours) => pixelsOf(colours));
    return fc.array(frame, exactly(count)).map((frames) => ({ width, height, delay, frames }));
  });
  const property = fc.asyncProperty(animation, async ({ width, height, delay, frames }) => {
    const file = read(await written(width, height, delay, frames));
    expect(file).toMatchObject({ width, height, loops: 0 });
    const each = frames.map(() => ({ delay, place: [0, 0, width, height] }));
    expect(file.frames).toMatchObject(each);
  });
  await fc.assert(property, { numRuns: 30 });
});

/** Of those that gifenc tells apart: five bits of red, of green, although it says six, and of blue. */
const cellOf = ([red, green, blue]: Colour) => `${red >> 3} ${green >> 3} ${blue >> 3}`;

it('gives colours back as they were, where each has a cell and a place in the palette of its own', async () => {
  const near = fc.integer({ min: 90, max: 130 });
  const some = fc.oneof(colour, fc.tuple(near, near, near));
  const colours = fc.uniqueArray(some, { selector: cellOf, minLength: 1, maxLength: ROWS, size: 'max' });
  // Rows of one colour, each of which is sampled; the first frame, which is too, has all of them.
  const animation = colours.chain((colours) => {
    const all = Array.from({ length: ROWS }, (_, row) => colours[row % colours.length] as Colour);
    const later = fc.array(fc.constantFrom(...colours), exactly(ROWS));
    return fc.array(later, { maxLength: 3 }).map((rest) => [all, ...rest]);
  });
  const property = fc.asyncProperty(animation, async (rows) => {
    const frames = rows.map((frame) => pixelsOf(frame, SAMPLED));
    const file = read(await written(SAMPLED, ROWS, 40, frames));
    const differing = frames.map((frame, at) =>
      Buffer.compare(frame, file.frames[at]?.pixels ?? Buffer.of()),
    );
    expect(differing).toEqual(frames.map(() => 0));
  });
  await fc.assert(property, { numRuns: 30 });
});
