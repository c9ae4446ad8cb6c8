// What of the paths can be saved as a file.

import type { Export } from '../../app/export/exports';
import { text } from '../../ui/text';

export const pathExports: readonly Export[] = [
  {
    name: 'film strip',
    kind: 'picture',
    words: () => text.value.paths.exports.filmStrip,
    load: async () => (await import('./save-film-strip')).saveFilmStrip,
  },
  {
    name: 'path animation',
    kind: 'animation',
    words: () => text.value.paths.exports.path,
    load: async () => (await import('./save-motion')).savePath,
  },
  {
    name: 'tour animation',
    kind: 'animation',
    words: () => text.value.paths.exports.tour,
    load: async () => (await import('./save-motion')).saveTour,
  },
];
