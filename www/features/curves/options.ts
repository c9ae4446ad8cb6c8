// How the curves are looked at: of this view alone.

import { computed, signal } from '@preact/signals-core';
import type { Axis, Term } from '../../app/run/history';

export type Shown = Term | 'all';

/** A part of the axis along which the curves run. */
export type Window = readonly [from: number, to: number];

export function curveOptions() {
  const axis = signal<Axis>('images');
  const chosen = signal<{ axis: Axis; window: Window } | undefined>(undefined);
  return {
    shown: signal<Shown>('all'),
    axis,
    /** The weight of the moving average: 0 is none. */
    smoothing: signal(0),
    logX: signal(false),
    logY: signal(false),
    /** What the charts are zoomed to; a window of another axis means nothing. */
    window: computed(() => (chosen.value?.axis === axis.value ? chosen.value.window : undefined)),
    zoom(window: Window | undefined) {
      chosen.value = window && { axis: axis.peek(), window };
    },
  };
}

export type CurveOptions = ReturnType<typeof curveOptions>;
