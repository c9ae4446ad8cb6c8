import type { Feature } from '../../app/feature';
import { text } from '../../ui/text';
import { bareUntilBegun, hasBegun } from './bare';

export const curves = {
  name: 'curves',
  exports: [
    {
      name: 'curves',
      kind: 'data',
      words: () => text.value.curves.figures,
      formats: ['csv'],
      isThere: hasBegun,
      load: async () => (await import('./csv-file')).makeCurves,
    },
  ],
  panels: [
    // What is hidden never comes near.
    { root: '#curves', mount: bareUntilBegun },
    { root: '#curves', load: () => import('./view') },
  ],
} satisfies Feature<'curves'>;
