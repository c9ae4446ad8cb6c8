import type { Feature } from '../../app/feature';
import { showOutput } from './view';

export const output = {
  name: 'output',
  panels: [{ root: 'body', mount: (_root, { state, send }) => showOutput(state, send) }],
} satisfies Feature<'output'>;
