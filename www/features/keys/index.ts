import type { Feature } from '../../app/feature';
import { showKeyMap } from './view';

export const keys = {
  name: 'keys',
  panels: [{ root: 'body', mount: () => showKeyMap() }],
} satisfies Feature<'keys'>;
