// The controls of training, and how a run ended.

import type { Mount } from '../../app/feature';
import { canGoOn } from '../../app/run/state';
import { find } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { noticesWords } from '../../ui/starting-words';
import { text } from '../../ui/text';
import { announceTraining } from './announcer';
import { showStatus } from './status';
import { showStops } from './stops';

export const mount: Mount = (root, context, signal) => {
  for (const show of [showControls, showStatus, showStops, showEnding, announceTraining, showNotices])
    show(root, context, signal);
};

const showControls: Mount = (root, { state, send }, signal) => {
  const [start, pause, step, reset] = (['start', 'pause', 'step', 'reset'] as const).map((name) => {
    const button = find(HTMLButtonElement, `#${name}`, root);
    button.addEventListener('click', () => send({ do: name }), { signal });
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];

  watch(signal, () => {
    const phase = state.run.phase.value;
    const goes = phase === 'running' || phase === 'starting';
    const focused = document.activeElement;
    const over = phase === 'finished' && !canGoOn(state.run.ending.value);
    start.disabled = !state.settings.check.value || goes || over;
    step.disabled = !state.settings.check.value || phase === 'starting' || over;
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
  atEnd(signal, () => document.body.classList.remove('training-runs'));
};

const showEnding: Mount = (root, { state }, signal) => {
  const words = find(HTMLElement, '#ending', root);
  watch(signal, () => {
    const ending = state.run.ending.value;
    words.hidden = !ending;
    words.textContent = ending ? text.value.training.endings[ending] : '';
  });
};

const showNotices: Mount = (root, { state }, signal) => {
  const notice = find(HTMLElement, '#notice', root);
  watch(signal, () => {
    notice.hidden = state.run.notices.value.length === 0;
    notice.textContent = noticesWords(state.run.notices.value);
  });
};
