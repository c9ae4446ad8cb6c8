// Without a curve there is a word in the charts' place, or nothing on a narrow screen.

import { computed } from '@preact/signals-core';
import type { Mount } from '../../app/feature';
import type { ReadonlyState } from '../../app/store';
import { watch } from '../../ui/lifetime';
import { linesOf } from './lines';

export const hasBegun = (state: ReadonlyState) =>
  linesOf(state).some(({ history }) => history.train.images.length > 0);

export const bareUntilBegun: Mount = (root, { state }, signal) => {
  const begun = computed(() => hasBegun(state));
  watch(signal, () => {
    root.classList.toggle('bare', !begun.value);
  });
};
