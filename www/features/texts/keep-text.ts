// What is written outlives the page: once for each data set.

import type { PanelContext } from '../../app/feature';
import { store, stored } from '../../app/stored';
import { watch } from '../../ui/lifetime';

/** Brings it back, where nothing is written yet, and keeps it from now on. */
export async function keepText({ state, send }: Pick<PanelContext, 'state' | 'send'>, signal: AbortSignal) {
  const { input, data, texts } = state;
  const key = data.used.peek()?.key;
  const name = `text ${key}`;
  const before = await stored<string>(name);
  if (signal.aborted) return;
  if (before && input.shown.peek().kind === 'empty') send({ do: 'type text', typed: before });
  watch(signal, () => {
    const typed = texts.typed.value;
    // A test text is only looked at; and another data set's is none of this one's.
    if (input.shown.value.kind === 'sample' || data.used.peek()?.key !== key) return;
    void store(name, typed);
  });
}
