// The controls of training, and how a run ended.

import { effect } from '@preact/signals-core';
import { canGoOn } from '../../app/run/state';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find } from '../../ui/dom';
import { noticesWords } from '../../ui/starting-words';
import { text } from '../../ui/text';
import { announceTraining } from './announcer';
import { showStatus } from './status';
import { showStops } from './stops';

export function showTraining(state: State, send: Send) {
  showControls(state, send);
  showStatus(state);
  showStops(state, send);
  showEnding(state);
  announceTraining(state);
  const notice = find(HTMLElement, '#notice');
  effect(() => {
    notice.hidden = state.run.notices.value.length === 0;
    notice.textContent = noticesWords(state.run.notices.value);
  });
}

function showControls(state: State, send: Send) {
  const start = find(HTMLButtonElement, '#start');
  const pause = find(HTMLButtonElement, '#pause');
  const step = find(HTMLButtonElement, '#step');
  const reset = find(HTMLButtonElement, '#reset');
  start.addEventListener('click', () => send({ do: 'start' }));
  pause.addEventListener('click', () => send({ do: 'pause' }));
  step.addEventListener('click', () => send({ do: 'step' }));
  reset.addEventListener('click', () => send({ do: 'reset' }));

  effect(() => {
    const phase = state.run.phase.value;
    const goes = phase === 'running' || phase === 'starting';
    const focused = document.activeElement;
    const over = phase === 'finished' && !canGoOn(state.run.ending.value);
    start.disabled = !state.settings.form.value || goes || over;
    step.disabled = !state.settings.form.value || phase === 'starting' || over;
    pause.disabled = !goes;
    reset.disabled = phase === 'idle';
    start.classList.toggle('primary', !goes && !over);
    reset.classList.toggle('primary', over);
    pause.classList.toggle('primary', goes);
    document.body.classList.toggle('training-runs', goes);
    // A disabled button would drop the focus: its opposite takes it.
    if (focused === start && goes) pause.focus();
    if (focused === reset && phase === 'idle') start.focus();
    if ((focused === pause || focused === step) && over) reset.focus();
    if (focused === pause && !goes && !over) start.focus();
  });
}

function showEnding(state: State) {
  const words = find(HTMLElement, '#ending');
  effect(() => {
    const ending = state.run.ending.value;
    words.hidden = !ending;
    words.textContent = ending ? text.value.training.endings[ending] : '';
  });
}
