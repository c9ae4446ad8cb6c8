import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { sayRest } from './rest';

export const putToUse = {
  name: 'putToUse',
  suits: isImage,
  panels: [
    { root: '#uses', mount: sayRest },
    { root: '#uses-offer', load: () => import('./view') },
  ],
} satisfies Feature<'putToUse'>;
