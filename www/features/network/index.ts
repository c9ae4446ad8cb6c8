import type { Feature } from '../../app/feature';
import { showNetwork } from './view';

export const network = {
  name: 'network',
  panels: [{ root: 'body', mount: (_root, { state }) => showNetwork(state) }],
} satisfies Feature<'network'>;
