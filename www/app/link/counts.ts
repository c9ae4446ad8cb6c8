// A row of items in the address: the numbers of those that are there, from 1 on, each with its count where that is not 1.

import { COMMA } from '../../ui/typed';

/** \[0, 2, 0, 1] is "2x2,4". */
export const countsText = (row: Uint8Array): string =>
  Array.from(row.entries())
    .filter(([, count]) => count > 0)
    .map(([item, count]) => (count === 1 ? String(item + 1) : `${item + 1}x${count}`))
    .join(',');

/** The row of so many items, unless something else came. */
export function countsIn(text: string, items: number): Uint8Array | undefined {
  const row = new Uint8Array(items);
  for (const part of text.split(COMMA)) {
    const [, item = '', count = '1'] = /^(\d{1,6})(?:x(\d{1,3}))?$/.exec(part) ?? [];
    if (!(Number(item) >= 1 && Number(item) <= items && Number(count) >= 1 && Number(count) <= 255))
      return undefined;
    row[Number(item) - 1] = Number(count);
  }
  return row;
}
