import type { Feature } from '../../app/feature';

export const putToUse = {
  name: 'putToUse',
  panels: [{ root: '#uses-offer', load: () => import('./view') }],
} satisfies Feature<'putToUse'>;
