// What of the paths can be saved as a file.

import { ANIMATIONS, type Export } from '../../app/export/exports';
import { isImage } from '../../engine/data/spec';
import { text } from '../../ui/text';

export const pathExports: readonly Export[] = [
  {
    name: 'film-strip',
    kind: 'picture',
    words: () => text.value.paths.exports.filmStrip,
    suits: isImage,
    formats: ['png', 'svg'],
    isThere: ({ paths }) => paths.film.value !== undefined,
    load: async () => (await import('./film-strip-file')).makeFilmStrip,
  },
  {
    name: 'path',
    kind: 'animation',
    words: () => text.value.paths.exports.path,
    suits: isImage,
    formats: ANIMATIONS,
    load: async () => (await import('./motion-file')).makePath,
  },
  {
    name: 'tour',
    kind: 'animation',
    words: () => text.value.paths.exports.tour,
    suits: isImage,
    formats: ANIMATIONS,
    load: async () => (await import('./motion-file')).makeTour,
  },
];
