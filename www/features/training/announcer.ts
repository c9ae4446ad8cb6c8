// Says aloud what changes in training, without its figures: those would never stop.

import type { Mount } from '../../app/feature';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';

export const announceTraining: Mount = (root, { state }, signal) => {
  const announcer = find(HTMLElement, '#announcer', root);
  let before = state.run.phase.peek();
  watch(signal, () => {
    const phase = state.run.phase.value;
    if (phase !== before) announcer.textContent = text.peek().training.phases[phase];
    before = phase;
  });
};
