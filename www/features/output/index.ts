import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { mount } from './view';

export const output = {
  name: 'output',
  panels: [{ root: 'section.output', suits: isImage, mount }],
} satisfies Feature<'output'>;
