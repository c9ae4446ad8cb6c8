import type { Feature } from '../../app/feature';
import { mount } from './view';

export const output = {
  name: 'output',
  panels: [{ root: 'section.output', mount }],
} satisfies Feature<'output'>;
