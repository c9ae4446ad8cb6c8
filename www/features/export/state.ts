// What is being saved as a file.

import { signal } from '@preact/signals-core';

export const EXPORTS = [
  'film strip',
  'map',
  'path animation',
  'tour animation',
  'history animation',
] as const;
export type Export = (typeof EXPORTS)[number];

export const exportState = () => ({
  saving: signal<Export | undefined>(undefined),
});
