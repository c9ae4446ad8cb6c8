// What a panel's input is outlives the page, once for each data set.

import { computed, untracked } from '@preact/signals-core';
import { isSameData } from '../engine/data/spec';
import type { DataSet } from '../engine/protocol';
import { watch } from '../ui/lifetime';
import { shownData } from '../ui/shown-data';
import { given } from './async/given';
import { fits } from './latent/fits';
import type { ReadonlyState } from './store';
import { store, stored } from './stored';

interface Kept<Value> {
  /** What it is kept by, beside the data set. */
  name: string;
  /** As it is now, by signals; nothing where it is none of a person's. */
  value(): Value | undefined;
  /** Brings it back. */
  restore(value: Value): void;
}

/** Brings it back with each data set, where there is no input yet, and keeps it from then on. */
export function keepInput<Value>(
  { state: { data, input }, report }: { state: ReadonlyState; report: (error: unknown) => void },
  signal: AbortSignal,
  { name, value, restore }: Kept<Value>,
) {
  watch(signal, () => {
    const set = data.used.value;
    const own = new AbortController();
    if (set) untracked(() => keepOf(set, AbortSignal.any([signal, own.signal])).catch(report));
    return () => own.abort();
  });

  async function keepOf(set: DataSet, end: AbortSignal) {
    const isShown = computed(() => isSameData(shownData.value, set.data) || undefined);
    await given(isShown, end);
    const before = await stored<Value>(`${name} ${set.key}`);
    if (end.aborted) return;
    if (before !== undefined && !fits(input.shown.peek(), set.data)) restore(before);
    watch(end, () => {
      const now = value();
      // What goes with the data is still kept of it.
      const isHere = isShown.value && data.used.peek()?.key === set.key;
      if (isHere && now !== undefined) void store(`${name} ${set.key}`, now);
    });
  }
}
