import type { Feature } from '../../app/feature';
import { mount } from './view';

export const longStep = {
  name: 'longStep',
  panels: [{ root: '#long-step', mount }],
} satisfies Feature<'longStep'>;
