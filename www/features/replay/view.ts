// The history of the run under the map: a slider through its moments, the last of which is now.

import { computed, effect } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { find, option } from '../../ui/dom';
import { momentWords } from '../../ui/moment-words';
import { prefersStillness } from '../../ui/stillness';
import { text } from '../../ui/text';
import { count, decimal } from '../../ui/words';
import { SPEEDS } from './state';

export function showReplay(state: State, send: Send) {
  showTimeline(state, send);
  showControls(state, send);
  showPast(state);
}

/** Which moment is shown; of one that was thinned out since, the next. As many as there are is now. */
function indexOf(state: State) {
  const moments = state.replay.moments.value;
  const { value: past } = state.replay.past;
  const index = past ? moments.findIndex(({ step }) => step >= past.step) : -1;
  return index < 0 ? moments.length : index;
}

function showTimeline(state: State, send: Send) {
  const range = find(HTMLInputElement, '#replay-at');
  const words = find(HTMLElement, '#replay-words');
  range.addEventListener('input', () => send({ do: 'show moment', index: Number(range.value) }));
  effect(() => {
    const last = state.replay.moments.value.length;
    range.disabled = last === 0;
    range.max = String(Math.max(1, last));
    range.value = String(last === 0 ? 1 : indexOf(state));
  });
  const sentence = computed(() => wordsOf(state));
  effect(() => {
    words.textContent = sentence.value;
    range.setAttribute('aria-valuetext', sentence.value);
  });
}

function wordsOf(state: State) {
  const { replay } = text.value;
  if (state.replay.noHistory.value) return replay.tooLarge;
  if (state.replay.moments.value.length === 0) return replay.empty;
  const position = state.run.progress.value?.position;
  const past = state.replay.past.value;
  if (!past || !position) return replay.present(count(position?.step ?? 0));
  const deterministic = state.run.config.peek()?.model.deterministic ?? false;
  return replay.past(
    momentWords(past.step, position.stepsPerEpoch, state.run.history.value.test, deterministic),
  );
}

function showControls(state: State, send: Send) {
  const play = find(HTMLButtonElement, '#replay-play');
  const speed = find(HTMLSelectElement, '#replay-speed');
  const now = find(HTMLButtonElement, '#replay-now');
  const range = find(HTMLInputElement, '#replay-at');
  speed.append(...SPEEDS.map((times) => option(String(times), `${decimal(times, times < 1 ? 1 : 0)}×`)));
  play.addEventListener('click', () => send({ do: 'replay', plays: !state.replay.plays.peek() }));
  now.addEventListener('click', () => send({ do: 'show now' }));
  speed.addEventListener('change', () => send({ do: 'choose replay speed', speed: Number(speed.value) }));
  effect(() => {
    const { replay } = text.value;
    const start = prefersStillness() ? replay.next : replay.play;
    play.setAttribute('aria-label', state.replay.plays.value ? replay.pause : start);
    play.classList.toggle('plays', state.replay.plays.value);
  });
  effect(() => {
    play.disabled = speed.disabled = state.replay.moments.value.length === 0;
  });
  effect(() => {
    speed.value = String(state.replay.speed.value);
  });
  effect(() => {
    const isNow = !state.replay.past.value;
    // A disabled button would drop the focus.
    if (isNow && document.activeElement === now) range.focus();
    now.disabled = isNow;
  });
}

/** That the past is shown is said once, not at each of its moments. */
function showPast(state: State) {
  const announcer = find(HTMLElement, '#replay-announcer');
  const isPast = computed(() => state.replay.past.value !== undefined);
  let before = false;
  effect(() => {
    document.body.classList.toggle('past', isPast.value);
    const { replay } = text.peek();
    if (isPast.value !== before) announcer.textContent = isPast.value ? replay.pastShown : replay.nowShown;
    before = isPast.value;
  });
}
