import type { Feature } from '../../app/feature';
import { isImage } from '../../engine/data/spec';
import { mount } from './view';

export const inputPanel = {
  name: 'inputPanel',
  panels: [{ root: 'section.input', suits: isImage, mount }],
} satisfies Feature<'inputPanel'>;
