// Liking.

import type { Handlers, Send } from '../../app/send';
import type { State } from '../../app/store';
import { shownData } from '../../ui/shown-data';
import { likedOf, rowWith } from './liked';

/** An item is liked from now on, or no longer. */
export type RecommendCommand = { do: 'like'; item: number; likes: boolean };

export const recommendCommands = ({ input }: State, send: Send): Handlers<RecommendCommand> => ({
  like({ item, likes }) {
    const data = shownData.peek();
    const row = rowWith(likedOf(input.shown.peek(), data), item, likes, data);
    send(row.some(Boolean) ? { do: 'choose items', row } : { do: 'clear' });
  },
});
