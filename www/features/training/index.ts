import type { Feature } from '../../app/feature';
import { showTraining } from './view';

export const training = {
  name: 'training',
  panels: [{ root: 'body', mount: (_root, { state, send }) => showTraining(state, send) }],
} satisfies Feature<'training'>;
