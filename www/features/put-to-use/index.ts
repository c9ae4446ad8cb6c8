import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { sayLower } from './lower';
import { sayRest } from './rest';

export const putToUse = {
  name: 'putToUse',
  panels: [
    { root: '#uses', suits: isImage, mount: sayRest },
    { root: '#uses-lower', mount: sayLower },
    { root: '#uses-offer', load: () => import('./view') },
  ],
} satisfies Feature<'putToUse'>;
