// What is liked outlives the page, by the names of the items: once for each data set.

import type { PanelContext } from '../../app/feature';
import { store, stored } from '../../app/stored';
import { watch } from '../../ui/lifetime';
import { nameOfItem, shownData } from '../../ui/shown-data';
import { likedOf, rowOf } from './liked';

/** Brings it back, where nothing is liked yet, and keeps it from now on. */
export async function keepLikes({ state, send }: Pick<PanelContext, 'state' | 'send'>, signal: AbortSignal) {
  const { input, data } = state;
  const key = data.used.peek()?.key;
  const name = `likes ${key}`;
  const before = await stored<readonly string[]>(name);
  if (signal.aborted) return;
  const places = shownData.peek().items ?? [];
  const liked = (before ?? []).map((item) => places.indexOf(item)).filter((item) => item >= 0);
  if (liked.length > 0 && input.shown.peek().kind === 'empty')
    send({ do: 'choose items', row: rowOf(liked, shownData.peek()) });
  watch(signal, () => {
    const shown = input.shown.value;
    // A test person is only looked at; and another data set's rows are none of this one's.
    if (shown.kind === 'sample' || data.used.peek()?.key !== key) return;
    void store(name, likedOf(shown, shownData.peek()).map(nameOfItem));
  });
}
