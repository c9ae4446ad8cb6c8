import type { Feature } from '../../app/feature';
import { sayRest } from './rest';

export const putToUse = {
  name: 'putToUse',
  panels: [
    { root: '#uses-offer', load: () => import('./view') },
    { root: '#uses-rest', mount: sayRest },
  ],
} satisfies Feature<'putToUse'>;
