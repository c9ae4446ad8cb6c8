import type { Feature } from '../../app/feature';
import { mount } from './view';

export const training = {
  name: 'training',
  panels: [{ root: 'section.training', mount }],
} satisfies Feature<'training'>;
