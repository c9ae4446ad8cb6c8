// Says aloud what changes in training, without its figures: those would never stop.

import { effect } from '@preact/signals-core';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';

export function announceTraining(state: State) {
  const announcer = find(HTMLElement, '#announcer');
  let before = state.run.phase.peek();
  effect(() => {
    const phase = state.run.phase.value;
    if (phase !== before) announcer.textContent = text.peek().training.phases[phase];
    before = phase;
  });
}
