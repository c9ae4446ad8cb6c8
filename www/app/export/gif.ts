// Animations as GIF, which every place shows that shows pictures.

import { applyPalette, GIFEncoder, type Palette, quantize } from 'gifenc';
import { refuseFalsified } from './files';
import type { Animation } from './film';

/** One of the 256 is what was there before. */
const COLOURS = 255;
const FORMAT = 'rgb565';
/** Pixels that the palette is found from: each so many-th. */
const SAMPLED = 23;

/** A step at a time, so that the page answers meanwhile. Pixels that stay the same are not written again. */
export async function gifOf({ width, height, frames, delay, draw }: Animation): Promise<Blob> {
  refuseFalsified();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to paint on.');
  const frameAt = async (frame: number) => {
    await pause();
    await draw(context, frame);
    return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  };

  const some = [0, Math.floor(frames / 2), frames - 1];
  const palette = paletteOf(await Promise.all(some.map(frameAt)));
  const encoder = GIFEncoder();
  let before: Uint32Array | undefined;
  for (let frame = 0; frame < frames; frame++) {
    const pixels = await frameAt(frame);
    const index = applyPalette(new Uint8Array(pixels.buffer), palette, FORMAT);
    if (before) keepSame(index, pixels, before);
    await pause();
    const first = { palette: [...palette, ...unused(palette)] };
    const later = { transparent: true, transparentIndex: COLOURS, dispose: 1 } as const;
    encoder.writeFrame(index, width, height, { delay, ...(before ? later : first) });
    before = pixels;
  }
  encoder.finish();
  return new Blob([encoder.bytes()], { type: 'image/gif' });
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

function paletteOf(frames: Uint32Array[]): Palette {
  const some = frames.map((pixels) => pixels.filter((_, index) => index % SAMPLED === 0));
  const sample = new Uint32Array(some.reduce((length, pixels) => length + pixels.length, 0));
  let start = 0;
  for (const pixels of some) {
    sample.set(pixels, start);
    start += pixels.length;
  }
  return quantize(new Uint8Array(sample.buffer), COLOURS, { format: FORMAT });
}

/** Up to the place of the transparent colour, and it. */
function unused(palette: Palette): Palette {
  return Array.from({ length: COLOURS + 1 - palette.length }, () => [0, 0, 0]);
}

function keepSame(index: Uint8Array, now: Uint32Array, before: Uint32Array) {
  for (let pixel = 0; pixel < index.length; pixel++) if (now[pixel] === before[pixel]) index[pixel] = COLOURS;
}
