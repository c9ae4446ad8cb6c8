// While a run trains, what the uses show is of its model some seconds ago.

import type { Mount } from '../../app/feature';
import { watch } from '../../ui/lifetime';

export const sayRest: Mount = (root, { state }, signal) =>
  watch(signal, () => {
    root.hidden = state.run.phase.value !== 'running' || state.uses.open.value.size === 0;
  });
