import type { Feature } from '../../app/feature';
import { showProblem } from './view';

export const problem = {
  name: 'problem',
  panels: [{ root: 'body', mount: (_root, { state, send }) => showProblem(state, send) }],
} satisfies Feature<'problem'>;
