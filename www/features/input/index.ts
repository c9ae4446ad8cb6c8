import type { Feature } from '../../app/feature';
import { showInput } from './view';

export const inputPanel = {
  name: 'inputPanel',
  panels: [{ root: 'body', mount: (_root, { state, send }) => showInput(state, send) }],
} satisfies Feature<'inputPanel'>;
