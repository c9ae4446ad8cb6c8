import type { Feature } from '../../app/feature';
import { mount } from './view';

export const preferences = {
  name: 'preferences',
  panels: [{ root: '.preferences', mount }],
} satisfies Feature<'preferences'>;
