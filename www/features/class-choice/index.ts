import type { Feature } from '../../app/feature';
import { mount } from './view';

export const classChoice = {
  name: 'classChoice',
  panels: [{ root: '#class-choice', mount }],
} satisfies Feature<'classChoice'>;
