// The history of the run under the map: a slider through its moments, the last of which is now.

import { computed, effect } from '@preact/signals-core';
import type { Send } from '../commands';
import { SPEEDS } from '../state/replay';
import type { State } from '../store';
import { text } from '../text';
import { prefersStillness } from '../training/stillness';
import { find, option } from './dom';
import { momentWords } from './moment-words';
import { count, decimal } from './words';

export function showReplay(state: State, send: Send) {
  showTimeline(state, send);
  showControls(state, send);
  showPast(state);
}

/** Which moment is shown; of one that was thinned out since, the next. As many as there are is now. */
function indexOf(state: State) {
  const moments = state.moments.value;
  const { value: past } = state.past;
  const index = past ? moments.findIndex(({ step }) => step >= past.step) : -1;
  return index < 0 ? moments.length : index;
}

function showTimeline(state: State, send: Send) {
  const range = find(HTMLInputElement, '#replay-at');
  const words = find(HTMLElement, '#replay-words');
  range.addEventListener('input', () => send({ do: 'show moment', index: Number(range.value) }));
  effect(() => {
    const last = state.moments.value.length;
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
  if (state.noHistory.value) return replay.tooLarge;
  if (state.moments.value.length === 0) return replay.empty;
  const position = state.progress.value?.position;
  const past = state.past.value;
  if (!past || !position) return replay.present(count(position?.step ?? 0));
  const deterministic = state.config.peek()?.model.deterministic ?? false;
  return replay.past(momentWords(past.step, position.stepsPerEpoch, state.history.value.test, deterministic));
}

function showControls(state: State, send: Send) {
  const play = find(HTMLButtonElement, '#replay-play');
  const speed = find(HTMLSelectElement, '#replay-speed');
  const now = find(HTMLButtonElement, '#replay-now');
  const range = find(HTMLInputElement, '#replay-at');
  speed.append(...SPEEDS.map((times) => option(String(times), `${decimal(times, times < 1 ? 1 : 0)}×`)));
  play.addEventListener('click', () => send({ do: 'replay', plays: !state.replays.peek() }));
  now.addEventListener('click', () => send({ do: 'show now' }));
  speed.addEventListener('change', () => send({ do: 'choose replay speed', speed: Number(speed.value) }));
  effect(() => {
    const { replay } = text.value;
    const start = prefersStillness() ? replay.next : replay.play;
    play.setAttribute('aria-label', state.replays.value ? replay.pause : start);
    play.classList.toggle('plays', state.replays.value);
  });
  effect(() => {
    play.disabled = speed.disabled = state.moments.value.length === 0;
  });
  effect(() => {
    speed.value = String(state.replaySpeed.value);
  });
  effect(() => {
    const isNow = !state.past.value;
    // A disabled button would drop the focus.
    if (isNow && document.activeElement === now) range.focus();
    now.disabled = isNow;
  });
}

/** That the past is shown is said once, not at each of its moments. */
function showPast(state: State) {
  const announcer = find(HTMLElement, '#replay-announcer');
  const isPast = computed(() => state.past.value !== undefined);
  let before = false;
  effect(() => {
    document.body.classList.toggle('past', isPast.value);
    const { replay } = text.peek();
    if (isPast.value !== before) announcer.textContent = isPast.value ? replay.pastShown : replay.nowShown;
    before = isPast.value;
  });
}
