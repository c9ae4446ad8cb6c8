import type { Feature } from '../../app/feature';
import { mountSource, mountWords } from './view';

export const dataWords = {
  name: 'dataWords',
  panels: [
    { root: '#data-words', mount: mountWords },
    { root: '#data-source', mount: mountSource },
  ],
} satisfies Feature<'dataWords'>;
