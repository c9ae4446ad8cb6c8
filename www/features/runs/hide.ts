// The panel shows once a run was kept.

import type { Mount } from '../../app/feature';
import { watch } from '../../ui/lifetime';

export const hideWhileNone: Mount = (root, { state }, signal) =>
  watch(signal, () => {
    root.hidden = state.runs.kept.value.length === 0;
  });
