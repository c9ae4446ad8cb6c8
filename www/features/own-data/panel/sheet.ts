// The contact sheet: pictures beside each other, in the colours in which the page shows such data.

import { sizeOf } from '../../../engine/data/spec';
import type { DataSpec } from '../../../engine/protocol';
import type { ImportedSet } from '../../../engine/protocol/importer';
import { token } from '../../../ui/ink';

const COLUMNS = 12;
const GAP = 1;

export function drawSheet(canvas: HTMLCanvasElement, { data, sheet }: ImportedSet) {
  const size = sizeOf(data);
  const pictures = sheet.images.length / size;
  const [across, down] = [data.width + GAP, data.height + GAP];
  canvas.width = Math.min(COLUMNS, pictures) * across - GAP;
  canvas.height = Math.ceil(pictures / COLUMNS) * down - GAP;
  const context = canvas.getContext('2d');
  if (!context) return;
  const ink = Number.parseInt(token('--ink').slice(1), 16);
  for (let index = 0; index < pictures; index++) {
    const pixels = pixelsOf(sheet.images.subarray(index * size, (index + 1) * size), data, ink);
    const image = new ImageData(pixels, data.width, data.height);
    context.putImageData(image, (index % COLUMNS) * across, Math.floor(index / COLUMNS) * down);
  }
}

/** Red, green, blue and alpha. Grey is ink on whatever lies behind; colour comes channel after channel. */
export function pixelsOf(
  image: Uint8Array,
  { channels }: Pick<DataSpec, 'channels'>,
  ink: number,
): Uint8ClampedArray<ArrayBuffer> {
  const area = image.length / channels;
  const pixels = new Uint8ClampedArray(4 * area);
  const colour = [(ink >> 16) & 255, (ink >> 8) & 255, ink & 255];
  for (let at = 0; at < area; at++) {
    for (let channel = 0; channel < 3; channel++)
      pixels[4 * at + channel] = (channels === 3 ? image[channel * area + at] : colour[channel]) ?? 0;
    pixels[4 * at + 3] = channels === 3 ? 255 : (image[at] ?? 0);
  }
  return pixels;
}
