// The model that is shown, as files for other programs.

import type { Export } from '../../app/export/exports';
import { wholeModel } from '../../app/model/whole-model';
import type { State } from '../../app/store';
import { text } from '../../ui/text';

const PARTS = ['encoder', 'decoder'] as const;

const isWhole = (state: State) => wholeModel(state) !== undefined;

export const modelExports: readonly Export[] = [
  {
    name: 'latent_vae',
    kind: 'model',
    words: () => text.value.modelFiles.pytorch,
    formats: ['py'],
    isThere: isWhole,
    load: async () => (await import('./make')).makeModule,
  },
  ...PARTS.map(
    (part): Export => ({
      name: part,
      kind: 'model',
      words: () => text.value.modelFiles[part],
      formats: ['onnx'],
      isThere: isWhole,
      load: async () => (await import('./make')).makeOnnx(part),
    }),
  ),
];
