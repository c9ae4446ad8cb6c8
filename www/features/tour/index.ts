import type { Feature } from '../../app/feature';
import { mount } from './button';

export const tour = {
  name: 'tour',
  panels: [{ root: '#show-tour', mount }],
} satisfies Feature<'tour'>;
