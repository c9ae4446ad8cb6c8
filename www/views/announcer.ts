// Says aloud what changes in training, without its figures: those would never stop.

import { effect } from '@preact/signals-core';
import type { State } from '../store';
import { text } from '../text';
import { find } from './dom';

export function announceTraining(state: State) {
  const announcer = find(HTMLElement, '#announcer');
  let before = state.phase.peek();
  effect(() => {
    const phase = state.phase.value;
    if (phase !== before) announcer.textContent = text.peek().training.phases[phase];
    before = phase;
  });
}
