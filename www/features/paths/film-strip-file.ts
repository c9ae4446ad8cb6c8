// The film strip as a picture.

import type { Make } from '../../app/export/exports';
import { pictureOfTiles } from '../../app/export/tiles';
import { tiled } from '../../ui/film';
import { TILES } from './follow';

export const makeFilmStrip: Make = async ({ state }, format, { paper, output }) => {
  const film = state.paths.film.peek();
  return film && pictureOfTiles(tiled(film.images, TILES), { columns: TILES, ink: output, paper, format });
};
