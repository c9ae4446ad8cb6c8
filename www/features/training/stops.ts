// The conditions at which a run stops by itself.

import { computed, effect, signal } from '@preact/signals-core';
import type { Send } from '../../app/send';
import type { State } from '../../app/store';
import { STOPS, type Stop } from '../../engine/stops';
import { find } from '../../ui/dom';
import { text } from '../../ui/text';

/** What was typed, as a number; undefined for nothing, NaN for what is none, or is none that could be reached. */
export function readStop(stop: Stop, typed: string): number | undefined {
  const came = typed.trim().replace('−', '-');
  if (came === '') return undefined;
  const value = Number(came);
  return Number.isFinite(value) && (stop === 'elbo' || value > 0) ? value : Number.NaN;
}

export function showStops(state: State, send: Send) {
  for (const stop of STOPS) showField(stop, state, send);
  const summary = find(HTMLElement, '#stops summary');
  effect(() => {
    const { stopsAt, never, after } = text.value.training;
    const stops = state.run.stops.value;
    const words = STOPS.flatMap((stop) => (stops[stop] === undefined ? [] : [after[stop](stops[stop])]));
    summary.textContent = words.length > 0 ? stopsAt(words) : never;
  });
}

function showField(stop: Stop, state: State, send: Send) {
  const input = find(HTMLInputElement, `#stop-${stop}`);
  const error = find(HTMLElement, `#stop-${stop}-error`);
  const wrong = signal(false);
  input.addEventListener('input', () => {
    wrong.value = Number.isNaN(readStop(stop, input.value));
  });
  // Half a number would stop the run before the rest of it is typed: it counts when the field is left, or at Enter.
  input.addEventListener('change', () => {
    const value = readStop(stop, input.value);
    if (!Number.isNaN(value)) send({ do: 'stop at', stops: { ...state.run.stops.peek(), [stop]: value } });
  });
  effect(() => {
    input.setAttribute('aria-invalid', String(wrong.value));
    error.textContent = wrong.value ? text.value.training.stopErrors[stop] : '';
  });
  const set = computed(() => state.run.stops.value[stop]);
  effect(() => {
    // A condition that has been reached goes; what is being typed stays as it is typed.
    const typed = readStop(stop, input.value);
    if (Number.isNaN(typed) || typed === set.value) return;
    input.value = set.value === undefined ? '' : String(set.value);
  });
}
