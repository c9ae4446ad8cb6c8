import { computed } from '@preact/signals-core';
import { given } from '../async/given';
import type { State } from '../store';

/** Resolves with the first digit; also where it does not come, so that the rest does. */
export const opened = ({ latent, model }: State) =>
  given(computed(() => latent.decoded.value ?? (model.opening.value === 'failed' || undefined)));
