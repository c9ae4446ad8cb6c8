// While a run trains, what the uses show is of its model some seconds ago.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';

export const sayRest: Mount = (root, { state }, signal) => {
  const words = find(HTMLElement, '#uses-rest', root);
  watch(signal, () => {
    words.hidden = state.run.phase.value !== 'running' || state.uses.open.value.size === 0;
  });
};
