import type { Feature } from '../../app/feature';
import { showSettings } from './view';

export const settingsForm = {
  name: 'settingsForm',
  panels: [{ root: 'body', mount: (_root, { state, send }) => showSettings(state, send) }],
} satisfies Feature<'settingsForm'>;
