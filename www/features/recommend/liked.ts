// What is liked, as an input: a count for each item.

import type { Input } from '../../app/input/state';
import type { DataSpec } from '../../engine/protocol';

/** The items of a row, ascending; of an input that is none, none. */
export function likedOf(input: Input, { width }: DataSpec): readonly number[] {
  const row = input.kind === 'items' || input.kind === 'sample' ? input.pixels : undefined;
  if (row?.length !== width) return [];
  return Array.from(row.keys()).filter((item) => row[item]);
}

/** The row in which these are liked. */
export function rowOf(liked: readonly number[], { width }: DataSpec) {
  const row = new Uint8Array(width);
  for (const item of liked) row[item] = 1;
  return row;
}

/** The row with one item more, or without it. */
export function rowWith(liked: readonly number[], item: number, likes: boolean, data: DataSpec) {
  const row = rowOf(liked, data);
  row[item] = likes ? 1 : 0;
  return row;
}
