import type { Feature } from '../../app/feature';
import { modelExports } from './exports';

export const modelFiles = {
  name: 'modelFiles',
  exports: modelExports,
} satisfies Feature<'modelFiles'>;
