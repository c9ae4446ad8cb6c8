import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countsIn, countsText } from './counts';

it('names what is there, with how often', () => {
  expect(countsText(Uint8Array.of(0, 2, 0, 1))).toBe('2x2,4');
  expect(countsIn('2x2,4', 4)).toEqual(Uint8Array.of(0, 2, 0, 1));
  expect(countsIn('2x2，4', 4)).toEqual(Uint8Array.of(0, 2, 0, 1));
});

it('reads what it writes', () => {
  const rows = fc.uint8Array({ minLength: 1, maxLength: 300 }).filter((row) => row.some(Boolean));
  fc.assert(
    fc.property(rows, (row) => {
      expect(countsIn(countsText(row), row.length)).toEqual(row);
    }),
  );
});

it('takes nothing else', () => {
  for (const text of ['', '0', '5', 'a', '1,', '1x0', '1x256', '-1', '1.5', '2x', '99999999'])
    expect(countsIn(text, 4), text).toBeUndefined();
});
