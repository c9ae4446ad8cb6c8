// An item in words and a colour of its own: no picture of it is fetched.

import { hueOfItem } from '../../../ui/item-hue';
import { nameOfItem } from '../../../ui/shown-data';

interface Given {
  item: number;
  liked: boolean;
  label: string;
  onLike: (likes: boolean) => void;
}

export function Item({ item, liked, label, onLike }: Given) {
  return (
    <button
      type="button"
      class="item"
      aria-pressed={liked}
      aria-label={label}
      style={{ '--hue': String(hueOfItem(item)) }}
      onClick={() => onLike(!liked)}
    >
      {nameOfItem(item)}
    </button>
  );
}
