import type { Feature } from '../../app/feature';
import { showPreferences } from './view';

export const preferences = {
  name: 'preferences',
  panels: [{ root: 'body', mount: (_root, { report }) => showPreferences(report) }],
} satisfies Feature<'preferences'>;
