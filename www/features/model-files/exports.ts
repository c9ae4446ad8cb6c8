// The model that is shown, as files for other programs.

import type { Export } from '../../app/export/exports';
import { wholeModel } from '../../app/model/whole-model';
import type { State } from '../../app/store';
import { dataOf, hasTexts } from '../../engine/data/spec';
import { text } from '../../ui/text';

const PARTS = ['encoder', 'decoder'] as const;

/** Of texts there are no such files. */
function canBeWritten(state: State): boolean {
  const model = wholeModel(state);
  return model !== undefined && !hasTexts(dataOf(model.summary.config));
}

export const modelExports: readonly Export[] = [
  {
    name: 'latent_vae',
    kind: 'model',
    words: () => text.value.modelFiles.pytorch,
    formats: ['py'],
    isThere: canBeWritten,
    load: async () => (await import('./make')).makeModule,
  },
  ...PARTS.map(
    (part): Export => ({
      name: part,
      kind: 'model',
      words: () => text.value.modelFiles[part],
      formats: ['onnx'],
      isThere: canBeWritten,
      load: async () => (await import('./make')).makeOnnx(part),
    }),
  ),
];
