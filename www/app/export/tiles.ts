// Rows of images that the model made, as a picture.

import { canvasOf, inked } from './drawing';
import type { FileFormat } from './exports';
import { sheetOf } from './sheet';

/** Pixels of the file for each of the model's. */
const SCALE = 3;

interface Look {
  columns: number;
  ink: string;
  paper: string;
  format: FileFormat;
}

/** Each line of bytes runs through all columns. */
export function pictureOfTiles(lines: Uint8Array, { columns, ink, paper, format }: Look): Promise<Blob> {
  const tiles = inked(lines, columns, ink);
  const [width, height] = [SCALE * tiles.width, SCALE * tiles.height];
  const [canvas, context] = canvasOf(width, height, paper);
  context.imageSmoothingEnabled = false;
  context.drawImage(tiles, 0, 0, width, height);
  const sheet = sheetOf(format, width, height, paper);
  sheet.picture(canvas, [0, 0]);
  return sheet.file();
}
