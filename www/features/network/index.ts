import type { Feature } from '../../app/feature';
import { mountDecoder, mountEncoder } from './view';

export const network = {
  name: 'network',
  panels: [
    { root: '#encoder', mount: mountEncoder },
    { root: '#decoder', mount: mountDecoder },
  ],
} satisfies Feature<'network'>;
