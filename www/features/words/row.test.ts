import { expect, it } from 'vitest';
import type { DataSpec } from '../../engine/protocol';
import { bagOf, rowOf } from './row';

const data: DataSpec = {
  kind: 'items',
  width: 4,
  height: 1,
  channels: 1,
  classes: ['bad', 'good'],
  items: ['tea', 'cup', 'saw', 'axe'],
  terms: 'words',
};

it('makes a row of words and their counts, and reads it again, of a test text too', () => {
  const row = rowOf({ items: [1, 3], counts: [2, 1] }, data);
  expect([...row]).toEqual([0, 2, 0, 1]);
  const bag = { items: [1, 3], counts: [2, 1] };
  expect(bagOf({ kind: 'items', pixels: row }, data)).toEqual(bag);
  expect(bagOf({ kind: 'sample', pixels: row, split: 't10k', index: 0, label: 0 }, data)).toEqual(bag);
});

it('reads no words of nothing, and of a row of other data', () => {
  const none = { items: [], counts: [] };
  expect(bagOf({ kind: 'empty' }, data)).toEqual(none);
  expect(bagOf({ kind: 'items', pixels: new Uint8Array(5).fill(1) }, data)).toEqual(none);
});
