import type { Feature } from '../../app/feature';
import { mount } from './view';

export const problem = {
  name: 'problem',
  panels: [{ root: '#problem', mount }],
} satisfies Feature<'problem'>;
