// Words of a text as an input of the model: a count for each item.

import type { Input } from '../../app/input/state';
import type { DataSpec } from '../../engine/protocol';

export interface Bag {
  items: readonly number[];
  counts: readonly number[];
}

/** The row in which these words are. */
export function rowOf({ items, counts }: Bag, { width }: DataSpec): Uint8Array {
  const row = new Uint8Array(width);
  items.forEach((item, at) => {
    row[item] = counts[at] ?? 0;
  });
  return row;
}

/** The words of a row, ascending; of an input that is none, none. */
export function bagOf(input: Input, { width }: DataSpec): Bag {
  const row = input.kind === 'items' || input.kind === 'sample' ? input.pixels : undefined;
  const items = row?.length === width ? Array.from(row.keys()).filter((item) => row[item]) : [];
  return { items, counts: items.map((item) => row?.[item] ?? 0) };
}
