import type { Feature } from '../../app/feature';
import { mount } from './view';

export const transport = {
  name: 'transport',
  panels: [{ root: '#transport', mount }],
} satisfies Feature<'transport'>;
