// What is liked outlives the page, by the names of the items.

import type { PanelContext } from '../../app/feature';
import { keepInput } from '../../app/kept-input';
import { nameOfItem, shownData } from '../../ui/shown-data';
import { likedOf, rowOf } from './liked';

export function keepLikes(context: PanelContext, signal: AbortSignal) {
  const { state, send } = context;
  keepInput<readonly string[]>(context, signal, {
    name: 'likes',
    value() {
      const shown = state.input.shown.value;
      // A test person is only looked at.
      return shown.kind === 'sample' ? undefined : likedOf(shown, shownData.value).map(nameOfItem);
    },
    restore(before) {
      const places = shownData.peek().items ?? [];
      const liked = before.map((item) => places.indexOf(item)).filter((item) => item >= 0);
      if (liked.length > 0) send({ do: 'choose items', row: rowOf(liked, shownData.peek()) });
    },
  });
}
