// The film strip as a picture.

import { canvasOf, inked } from '../../app/export/drawing';
import type { Save } from '../../app/export/exports';
import { savePng } from '../../app/export/files';
import { tiled } from '../../ui/film';
import { TILES } from './follow';

export const saveFilmStrip: Save = async ({ state }, { paper, output }) => {
  const film = state.paths.film.peek();
  if (!film) return;
  const strip = inked(tiled(film.images, TILES), TILES, output);
  const [canvas, context] = canvasOf(2 * strip.width, 2 * strip.height, paper);
  context.imageSmoothingEnabled = false;
  context.drawImage(strip, 0, 0, canvas.width, canvas.height);
  await savePng(canvas, 'film-strip.png');
};
