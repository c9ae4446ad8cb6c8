import type { Feature } from '../../app/feature';
import { showClassChooser } from './view';

export const classChoice = {
  name: 'classChoice',
  panels: [{ root: 'body', mount: (_root, { state, send }) => showClassChooser(state, send) }],
} satisfies Feature<'classChoice'>;
