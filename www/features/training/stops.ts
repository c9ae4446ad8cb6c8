// The conditions at which a run stops by itself.

import { computed, signal as signalOf } from '@preact/signals-core';
import type { Mount, PanelContext } from '../../app/feature';
import { STOPS, type Stop } from '../../engine/stops';
import { find } from '../../ui/dom';
import { watch } from '../../ui/lifetime';
import { text } from '../../ui/text';
import { typedNumber } from '../../ui/typed';

/** What was typed, as a number; undefined for nothing, NaN for what is none, or is none that could be reached. */
export function readStop(stop: Stop, typed: string): number | undefined {
  if (typed.trim() === '') return undefined;
  const value = typedNumber(typed);
  return stop === 'elbo' || value > 0 ? value : Number.NaN;
}

export const showStops: Mount = (root, context, signal) => {
  const { state } = context;
  for (const stop of STOPS) showField(stop, root, context, signal);
  const summary = find(HTMLElement, '#stops summary', root);
  watch(signal, () => {
    const { stopsAt, never, after } = text.value.training;
    const stops = state.run.stops.value;
    const words = STOPS.flatMap((stop) => (stops[stop] === undefined ? [] : [after[stop](stops[stop])]));
    summary.textContent = words.length > 0 ? stopsAt(words) : never;
  });
};

function showField(stop: Stop, root: HTMLElement, { state, send }: PanelContext, signal: AbortSignal) {
  const input = find(HTMLInputElement, `#stop-${stop}`, root);
  const error = find(HTMLElement, `#stop-${stop}-error`, root);
  const wrong = signalOf(false);
  const check = () => {
    wrong.value = Number.isNaN(readStop(stop, input.value));
  };
  input.addEventListener('input', check, { signal });
  // Half a number would stop the run before the rest of it is typed: it counts when the field is left, or at Enter.
  const set = () => {
    const value = readStop(stop, input.value);
    if (!Number.isNaN(value)) send({ do: 'stop at', stops: { ...state.run.stops.peek(), [stop]: value } });
  };
  input.addEventListener('change', set, { signal });
  watch(signal, () => {
    input.setAttribute('aria-invalid', String(wrong.value));
    error.textContent = wrong.value ? text.value.training.stopErrors[stop] : '';
  });
  const wanted = computed(() => state.run.stops.value[stop]);
  watch(signal, () => {
    // A condition that has been reached goes; what is being typed stays as it is typed.
    const typed = readStop(stop, input.value);
    if (Number.isNaN(typed) || typed === wanted.value) return;
    input.value = wanted.value === undefined ? '' : String(wanted.value);
  });
}
