import type { Feature } from '../../app/feature';

export const curves = {
  name: 'curves',
  panels: [{ root: '#curves', load: () => import('./view') }],
} satisfies Feature<'curves'>;
