// Bytes of images as pixels of a canvas: what reads an image's bytes as grey or as colours reads them here.

import type { DataSpec } from '../engine/protocol';

export type Rgb = readonly number[];
type Shape = Pick<DataSpec, 'width' | 'height' | 'channels'>;

/** Red, green and blue are shown as they are; all else is grey, of one channel. */
export const isColour = ({ channels }: Pick<DataSpec, 'channels'>) => channels === 3;

const pixel = (red = 0, green = 0, blue = 0) => ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** For each grey byte its pixel: 0 is paper, 255 is ink. */
export const greyTable = (paper: Rgb, ink: Rgb) =>
  Uint32Array.from({ length: 256 }, (_, grey) =>
    pixel(
      ...ink.map((to, index) => Math.round((paper[index] ?? 0) + ((to - (paper[index] ?? 0)) * grey) / 255)),
    ),
  );

/**
 * Rows of `columns` images, one row below the other: of a row first the lines of one channel, each through all its images,
 * then those of the next. An image alone is a row of one. `grey` says which pixel a byte of a grey image is.
 */
export function pixelsOf(bytes: Uint8Array, shape: Shape, grey: Uint32Array, columns = 1): ImageData {
  const width = shape.width * columns;
  const pixels = isColour(shape) ? coloured(bytes, width * shape.height) : new Uint32Array(bytes.length);
  if (!isColour(shape)) for (let at = 0; at < pixels.length; at++) pixels[at] = grey[bytes[at] ?? 0] ?? 0;
  return new ImageData(new Uint8ClampedArray(pixels.buffer), width, pixels.length / width);
}

/** `plane` bytes of a channel follow one another. */
function coloured(bytes: Uint8Array, plane: number) {
  const pixels = new Uint32Array(bytes.length / 3);
  for (let row = 0; row < pixels.length; row += plane)
    for (let red = 3 * row, at = row; at < row + plane; at++, red++)
      pixels[at] = pixel(bytes[red], bytes[red + plane], bytes[red + 2 * plane]);
  return pixels;
}
