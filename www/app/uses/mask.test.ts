import { expect, it } from 'vitest';
import { brushed, filled, isAll, isAny, ofChannels, partOf } from './mask';

const sides = { width: 4, height: 4 };
const rows = (erased: Uint8Array) =>
  [0, 1, 2, 3].map((row) => [...erased.slice(4 * row, 4 * row + 4)].join(''));

it('knows the parts that are measured', () => {
  expect(rows(partOf('half', sides))).toEqual(['0000', '0000', '1111', '1111']);
  expect(rows(partOf('quarter', sides))).toEqual(['0000', '0000', '0011', '0011']);
  expect(rows(partOf('centre', sides))).toEqual(['0000', '0110', '0110', '0000']);
});

it('erases along a line, and keeps what was erased', () => {
  const line = brushed(undefined, [0.5, 0.5], [3.5, 0.5], 0.4, sides);
  expect(rows(line)).toEqual(['1111', '0000', '0000', '0000']);
  expect(rows(brushed(line, [0.5, 3.5], [0.5, 3.5], 0.4, sides))).toEqual(['1111', '0000', '0000', '1000']);
  expect(isAny(new Uint8Array(16))).toBe(false);
  expect(isAll(brushed(undefined, [2, 2], [2, 2], 4, sides))).toBe(true);
});

it('fills what was erased, in all channels', () => {
  const erased = Uint8Array.of(0, 1);
  expect([...filled(Uint8Array.of(1, 2, 3, 4), Uint8Array.of(9, 8, 7, 6), erased)]).toEqual([1, 8, 3, 6]);
  expect([...ofChannels(erased, 2)]).toEqual([0, 1, 0, 1]);
});
