// What can be saved for slides, and all of it together.

import type { Export } from '../../app/export/exports';
import { isImage } from '../../engine/data/spec';
import type { Split } from '../../engine/protocol';
import { text } from '../../ui/text';
import { hasCurve } from './has-curve';
import type { PictureName } from './pictures';

const NAMES: readonly PictureName[] = ['slide', 'map', 'digit', 'curve'];

const pictureOf = (name: PictureName): Export => ({
  name: `latent-${name}`,
  kind: 'picture',
  words: () => text.value.export.pictures[name],
  formats: ['png', 'svg'],
  ...(name === 'curve' ? { isThere: hasCurve } : {}),
  // The map has names or texts on it where it has no tiles.
  ...(name === 'slide' || name === 'digit' ? { suits: isImage } : {}),
  load: async () => (await import('./pictures')).makePicture(name),
});

const codesOf = (split: Split): Export => ({
  name: split === 't10k' ? 'codes-test' : 'codes-training',
  kind: 'data',
  words: () => text.value.export.codes[split],
  formats: ['csv', 'npy', 'npz'],
  ...(split === 'train' ? { takesLong: true } : {}),
  load: async () => (await import('./codes-file')).makeCodes(split),
});

const experimentOf = (whole: boolean): Export => ({
  name: whole ? 'experiment-whole' : 'experiment',
  kind: 'all',
  words: () => text.value.export.experiment[whole ? 'whole' : 'quick'],
  formats: ['zip'],
  isThere: ({ model }) => model.shown.value !== undefined,
  load: async () => (await import('./experiment-file')).makeExperiment(whole),
});

export const ownExports: readonly Export[] = [
  ...NAMES.map(pictureOf),
  codesOf('t10k'),
  codesOf('train'),
  experimentOf(false),
  experimentOf(true),
];
