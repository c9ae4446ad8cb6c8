// The history of the run under the map: a slider through its moments, the last of which is now.

import { computed } from '@preact/signals-core';
import type { Mount, PanelContext } from '../../app/feature';
import { runNameWords } from '../../app/run/words';
import type { ReadonlyState } from '../../app/store';
import { find } from '../../ui/dom';
import { atEnd, watch } from '../../ui/lifetime';
import { momentWords } from '../../ui/moment-words';
import { prefersStillness } from '../../ui/stillness';
import { text } from '../../ui/text';
import { count } from '../../ui/words';

export const mount: Mount = (root, context, signal) => {
  showTimeline(root, context, signal);
  showControls(root, context, signal);
  showPast(root, context, signal);
};

/** Which moment is shown; of one that was thinned out since, the next. As many as there are is now. */
function indexOf(state: ReadonlyState) {
  const moments = state.replay.moments.value;
  const { value: past } = state.replay.past;
  const index = past ? moments.findIndex(({ step }) => step >= past.step) : -1;
  return index < 0 ? moments.length : index;
}

function showTimeline(root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const range = find(HTMLInputElement, '#replay-at', root);
  const words = find(HTMLElement, '#replay-words', root);
  const show = () => send({ do: 'show moment', index: Number(range.value) });
  range.addEventListener('input', show, { signal });
  watch(signal, () => {
    const last = state.replay.moments.value.length;
    range.disabled = last === 0;
    range.max = String(Math.max(1, last));
    range.value = String(last === 0 ? 1 : indexOf(state));
  });
  const sentence = computed(() => wordsOf(state));
  watch(signal, () => {
    words.textContent = sentence.value;
    range.setAttribute('aria-valuetext', sentence.value);
  });
}

function wordsOf(state: ReadonlyState) {
  const { replay } = text.value;
  if (state.replay.noHistory.value) return replay.tooLarge;
  if (state.replay.moments.value.length === 0) return replay.empty;
  const position = state.run.progress.value?.position;
  const shown = state.model.shown.value?.run;
  const run = state.replay.moments.value.at(-1)?.run;
  if (shown !== run) return replay.ofRun(runNameWords(state.runs.name.value), count(position?.step ?? 0));
  const past = state.replay.past.value;
  if (!past || !position) return replay.present(count(position?.step ?? 0));
  const deterministic = state.run.config.peek()?.model.deterministic ?? false;
  return replay.past(
    momentWords(past.step, position.stepsPerEpoch, state.run.history.value.test, deterministic),
  );
}

function showControls(root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const play = find(HTMLButtonElement, '#replay-play', root);
  const speed = find(HTMLSelectElement, '#replay-speed', root);
  const now = find(HTMLButtonElement, '#replay-now', root);
  const range = find(HTMLInputElement, '#replay-at', root);
  const chooseSpeed = () => send({ do: 'choose replay speed', speed: Number(speed.value) });
  play.addEventListener('click', () => send({ do: 'replay', plays: !state.replay.plays.peek() }), { signal });
  now.addEventListener('click', () => send({ do: 'show now' }), { signal });
  speed.addEventListener('change', chooseSpeed, { signal });
  watch(signal, () => {
    const { replay } = text.value;
    const start = prefersStillness() ? replay.next : replay.play;
    play.setAttribute('aria-label', state.replay.plays.value ? replay.pause : start);
    play.classList.toggle('plays', state.replay.plays.value);
  });
  watch(signal, () => {
    play.disabled = speed.disabled = state.replay.moments.value.length === 0;
  });
  watch(signal, () => {
    speed.value = String(state.replay.speed.value);
  });
  watch(signal, () => {
    const isNow = !state.replay.past.value;
    // A disabled button would drop the focus.
    if (isNow && document.activeElement === now) range.focus();
    now.disabled = isNow;
  });
}

/** That the past is shown is said once, not at each of its moments. */
function showPast(root: HTMLElement, { state }: PanelContext, signal: AbortSignal) {
  const announcer = find(HTMLElement, '#replay-announcer', root);
  const isPast = computed(() => state.replay.past.value !== undefined);
  let before = false;
  watch(signal, () => {
    document.body.classList.toggle('past', isPast.value);
    const { replay } = text.peek();
    if (isPast.value !== before) announcer.textContent = isPast.value ? replay.pastShown : replay.nowShown;
    before = isPast.value;
  });
  atEnd(signal, () => document.body.classList.remove('past'));
}
