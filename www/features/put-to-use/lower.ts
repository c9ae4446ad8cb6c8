// Of two layers of latents the uses see the upper one.

import type { Mount } from '../../app/feature';
import { hasLower } from '../../ui/config-words';
import { watch } from '../../ui/lifetime';

export const sayLower: Mount = (root, { state }, signal) => {
  watch(signal, () => {
    const config = state.model.shown.value?.summary.config;
    root.hidden = !(config && hasLower(config));
  });
};
