import type { Feature } from '../../app/feature';

export const settingsForm = {
  name: 'settingsForm',
  panels: [{ root: '#settings', load: () => import('./view') }],
} satisfies Feature<'settingsForm'>;
