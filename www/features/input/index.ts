import type { Feature } from '../../app/feature';
import { mount } from './view';

export const inputPanel = {
  name: 'inputPanel',
  panels: [{ root: 'section.input', mount }],
} satisfies Feature<'inputPanel'>;
