// The sheet as a file.

import { canvasOf, inked, themeColours } from '../../app/export/drawing';
import { savePng } from '../../app/export/files';
import { tiled } from '../../ui/film';
import { COLUMNS } from './state';

/** Pixels of the file for each of the model's. */
const SCALE = 3;

export async function saveSheet(images: Uint8Array) {
  const { paper, output } = themeColours();
  const sheet = inked(tiled(images, COLUMNS), COLUMNS, output);
  const [canvas, context] = canvasOf(SCALE * sheet.width, SCALE * sheet.height, paper);
  context.imageSmoothingEnabled = false;
  context.drawImage(sheet, 0, 0, canvas.width, canvas.height);
  await savePng(canvas, 'prior-samples.png');
}
