import type { Feature } from '../../app/feature';
import { mount, mountButton } from './view';

export const keys = {
  name: 'keys',
  panels: [
    { root: '#show-keys', mount: mountButton },
    { root: '#keys', mount },
  ],
} satisfies Feature<'keys'>;
