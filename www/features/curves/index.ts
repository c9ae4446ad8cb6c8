import type { Feature } from '../../app/feature';
import { showCurves } from './view';

export const curves = {
  name: 'curves',
  panels: [{ root: 'body', mount: (_root, { state }) => showCurves(state) }],
} satisfies Feature<'curves'>;
