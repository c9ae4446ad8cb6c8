import type { Feature } from '../../app/feature';
import { showInHiddenTab } from './view';

export const hiddenTab = {
  name: 'hiddenTab',
  panels: [{ root: 'body', mount: (_root, { state }) => showInHiddenTab(state) }],
} satisfies Feature<'hiddenTab'>;
