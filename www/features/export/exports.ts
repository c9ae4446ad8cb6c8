// What can be saved for slides.

import type { Export } from '../../app/export/exports';
import { text } from '../../ui/text';
import { hasCurve } from './has-curve';
import type { PictureName } from './pictures';
import type { Format } from './sheet';

const NAMES: readonly PictureName[] = ['slide', 'map', 'digit', 'curve'];
const FORMATS: readonly Format[] = ['png', 'svg'];

const pictureOf = (name: PictureName, format: Format): Export => ({
  name: `${name} ${format}`,
  kind: 'picture',
  words: () => text.value.export.as(text.value.export.pictures[name], format.toUpperCase()),
  ...(name === 'curve' ? { isThere: hasCurve } : {}),
  load: async () => (await import('./pictures')).savePicture(name, format),
});

export const slideExports: readonly Export[] = NAMES.flatMap((name) =>
  FORMATS.map((format) => pictureOf(name, format)),
);
