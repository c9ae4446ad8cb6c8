import type { Feature } from '../../app/feature';
import { showData } from './view';

export const dataWords = {
  name: 'dataWords',
  panels: [{ root: 'body', mount: (_root, { state }) => showData(state) }],
} satisfies Feature<'dataWords'>;
