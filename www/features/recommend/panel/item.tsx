// An item in words and a colour of its own: no picture of it is fetched.

import { nameOfItem } from '../../../ui/shown-data';

/** Degrees on the circle of hues between one item and the next: those beside each other differ, and none comes twice. */
const GOLDEN = 137.508;

interface Given {
  item: number;
  liked: boolean;
  label: string;
  onLike: (likes: boolean) => void;
}

export function Item({ item, liked, label, onLike }: Given) {
  const hue = (item * GOLDEN) % 360;
  return (
    <button
      type="button"
      class="item"
      aria-pressed={liked}
      aria-label={label}
      style={{ '--hue': String(hue) }}
      onClick={() => onLike(!liked)}
    >
      {nameOfItem(item)}
    </button>
  );
}
