// What trains the model, within reach of the map wherever the page is scrolled to.

import type { Mount } from '../../app/feature';
import { canGoOn } from '../../app/run/state';
import { find } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { prefersStillness } from '../../ui/stillness';
import { text } from '../../ui/text';
import { showKnobs } from './knobs';
import { showSpark } from './spark';

export const mount: Mount = (root, context, signal) => {
  for (const show of [showControls, showKnobs, showEpoch, showSpark]) show(root, context, signal);
};

const showControls: Mount = (root, { state, send }, signal) => {
  const [start, pause, step, reset] = (['start', 'pause', 'step', 'reset'] as const).map((name) => {
    const button = find(HTMLButtonElement, `#${name}`, root);
    button.addEventListener('click', () => send({ do: name }), { signal });
    return button;
  }) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLButtonElement];
  start.addEventListener('click', showMap, { signal });

  watch(signal, () => {
    const phase = state.run.phase.value;
    const goes = phase === 'running' || phase === 'starting';
    const focused = document.activeElement;
    const over = phase === 'finished' && !canGoOn(state.run.ending.value);
    start.disabled = goes || over;
    start.hidden = goes;
    step.disabled = phase === 'starting' || over;
    pause.disabled = pause.hidden = !goes;
    reset.disabled = phase === 'idle';
    start.classList.toggle('primary', !goes && !over);
    reset.classList.toggle('primary', over);
    pause.classList.toggle('primary', goes);
    document.body.classList.toggle('training-runs', goes);
    // A button that goes would drop the focus: its opposite takes it.
    if (focused === start && goes) pause.focus({ preventScroll: true });
    if (focused === reset && phase === 'idle') start.focus({ preventScroll: true });
    if ((focused === pause || focused === step) && over) reset.focus({ preventScroll: true });
    if (focused === pause && !goes && !over) start.focus({ preventScroll: true });
  });
  atEnd(signal, () => document.body.classList.remove('training-runs'));
};

/** Whoever starts a run sees the map form anew. */
function showMap() {
  const map = find(HTMLElement, '#map');
  const { top, bottom } = map.getBoundingClientRect();
  const middle = (top + bottom) / 2;
  if (middle > 0 && middle < innerHeight) return;
  map.scrollIntoView({ block: 'center', behavior: prefersStillness() ? 'auto' : 'smooth' });
}

const showEpoch: Mount = (root, { state }, signal) => {
  const words = find(HTMLElement, '#epoch', root);
  watch(signal, () => {
    const { starts, firstStep, epoch } = text.value.transport;
    const position = state.run.progress.value?.position;
    const waits = { starting: starts, running: firstStep, paused: '', finished: '', idle: '' };
    if (!position) words.textContent = waits[state.run.phase.value];
    else if (position.stepsPerEpoch === 0) words.textContent = '';
    else
      words.textContent = epoch(
        position.epoch,
        Math.floor((100 * position.stepInEpoch) / position.stepsPerEpoch),
      );
  });
};
