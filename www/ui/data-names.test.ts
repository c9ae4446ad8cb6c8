import { afterEach, expect, it } from 'vitest';
import { SITE_DATA } from '../engine/data/spec';
import type { DataSpec } from '../engine/protocol';
import { knowData, nameOfData } from './data-names';

afterEach(() => knowData([]));

const items = (...items: string[]): DataSpec => ({
  ...SITE_DATA,
  kind: 'items',
  width: 2,
  height: 1,
  classes: ['?'],
  items,
});

it('names data by what it is, of several alike the one that is meant', () => {
  knowData([
    { key: 'a', name: 'Tea', data: items('tea', 'cake') },
    { key: 'b', name: 'Cake', data: items('tea', 'cake') },
  ]);
  expect(nameOfData(items('tea', 'cake'))).toBe('Tea');
  expect(nameOfData(items('tea', 'cake'), 'b')).toBe('Cake');
  expect(nameOfData(SITE_DATA)).toBe('MNIST');
});

it('names by its key alone a set whose items’ names have not come, and no other', () => {
  knowData([{ key: 'drinks', name: 'Drinks', data: items() }]);
  expect(nameOfData(items('tea', 'cake'), 'drinks')).toBe('Drinks');
  expect(nameOfData(items('tea', 'cake'))).toBe('people and 2 items');
  expect(nameOfData({ ...SITE_DATA, width: 2 }, 'drinks')).not.toBe('Drinks');
});
