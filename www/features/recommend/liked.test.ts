import { expect, it } from 'vitest';
import type { DataSpec } from '../../engine/protocol';
import { likedOf, rowWith } from './liked';

const data: DataSpec = {
  kind: 'items',
  width: 4,
  height: 1,
  channels: 1,
  classes: ['?'],
  items: ['Apples', 'Bread', 'Cheese', 'Dates'],
};

it('reads what is liked of a row and of a test person, and of nothing else', () => {
  const pixels = Uint8Array.of(0, 1, 0, 2);
  expect(likedOf({ kind: 'items', pixels }, data)).toEqual([1, 3]);
  expect(likedOf({ kind: 'sample', pixels, split: 't10k', index: 0, label: 0 }, data)).toEqual([1, 3]);
  expect(likedOf({ kind: 'empty' }, data)).toEqual([]);
  expect(likedOf({ kind: 'items', pixels: new Uint8Array(5).fill(1) }, data)).toEqual([]);
});

it('adds an item to a row, and takes it away', () => {
  expect([...rowWith([1, 3], 0, true, data)]).toEqual([1, 1, 0, 1]);
  expect([...rowWith([1, 3], 3, false, data)]).toEqual([0, 1, 0, 0]);
  expect([...rowWith([1], 1, true, data)]).toEqual([0, 1, 0, 0]);
});
