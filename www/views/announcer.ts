// Says aloud what changes in training, without its figures: those would never stop.

import { effect } from '@preact/signals-core';
import type { Phase } from '../state/training';
import type { State } from '../store';
import { find } from './dom';

const WORDS: Record<Phase, string> = {
  idle: 'The shipped model is shown.',
  starting: 'Training starts.',
  running: 'Training.',
  paused: 'Training is paused.',
  finished: 'Training is finished.',
};

export function announceTraining(state: State) {
  const announcer = find(HTMLElement, '#announcer');
  let before: Phase = state.phase.value;
  effect(() => {
    const phase = state.phase.value;
    if (phase !== before) announcer.textContent = WORDS[phase];
    before = phase;
  });
}
