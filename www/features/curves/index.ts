import type { Feature } from '../../app/feature';
import { bareUntilBegun } from './bare';

export const curves = {
  name: 'curves',
  panels: [
    // What is hidden never comes near.
    { root: '#curves', mount: bareUntilBegun },
    { root: '#curves', load: () => import('./view') },
  ],
} satisfies Feature<'curves'>;
