import { computed } from '@preact/signals-core';
import type { State } from '../store';

/** The class that a conditional model is told; others are told 0, so that nothing is asked anew for them. */
export const conditionOf = (state: State) =>
  computed(() => (state.model.shown.value?.summary.config.conditional ? state.latent.classIndex.value : 0));
