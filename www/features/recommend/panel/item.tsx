// An item in words and a colour of its own: no picture of it is fetched.

import type { Send } from '../../../app/send';
import { hueOfItem } from '../../../ui/item-hue';
import { nameOfItem } from '../../../ui/shown-data';
import { words } from './words';

interface Given {
  item: number;
  liked: boolean;
  send: Send;
}

export function Item({ item, liked, send }: Given) {
  const name = nameOfItem(item);
  return (
    <button
      type="button"
      class="item"
      aria-pressed={liked}
      aria-label={liked ? words.value.unlike(name) : words.value.like(name)}
      style={{ '--hue': String(hueOfItem(item)) }}
      onClick={() => send({ do: 'like', item, likes: !liked })}
    >
      {name}
    </button>
  );
}
