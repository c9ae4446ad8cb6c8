import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { sayRest } from './rest';

export const putToUse = {
  name: 'putToUse',
  panels: [
    { root: '#uses', suits: isImage, mount: sayRest },
    { root: '#uses-offer', load: () => import('./view') },
  ],
} satisfies Feature<'putToUse'>;
