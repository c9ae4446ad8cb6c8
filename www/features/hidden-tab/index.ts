import type { Feature } from '../../app/feature';
import { mount } from './view';

export const hiddenTab = {
  name: 'hiddenTab',
  // Its parts stand among those of training.
  panels: [{ root: 'section.training', mount }],
} satisfies Feature<'hiddenTab'>;
