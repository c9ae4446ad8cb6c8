import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DataSpec } from '../engine/protocol';
import { bytesOf, colourAt, linesOf, textOf, typedOf } from './written';

const spec = (items: readonly string[], colour = false): DataSpec => ({
  kind: 'text',
  width: colour ? 8 : 5,
  height: 1,
  channels: 2,
  classes: ['?'],
  items: [...items],
  colour,
});
const many = Array.from({ length: 700 }, (_, index) => String.fromCodePoint(0x4e00 + index));

it('has a character in two bytes, all low ones first', () => {
  const bytes = bytesOf(['丁', many[600] ?? ''], spec(many));
  expect([...bytes]).toEqual([2, 601 % 256, 0, 0, 0, 0, 2, 0, 0, 0]);
  expect(textOf(bytes, spec(many))).toBe(`丁${many[600]}`);
});

it('has a colour in the last places of the low ones', () => {
  const data = spec(['a', 'b'], true);
  const bytes = bytesOf(['b', 'a'], data);
  bytes.set([255, 0, 9], 5);
  expect(textOf(bytes, data)).toBe('ba');
  expect(colourAt(bytes, data)).toEqual([255, 0, 9]);
  expect(colourAt(bytesOf(['一'], spec(many)), spec(many))).toBeUndefined();
});

it('reads what it writes', () => {
  const texts = fc.array(fc.constantFrom(...many), { maxLength: 5 });
  fc.assert(
    fc.property(texts, (letters) => {
      expect(textOf(bytesOf(letters, spec(many)), spec(many))).toBe(letters.join(''));
    }),
  );
});

it('takes capitals for small letters, and tells what it does not know', () => {
  expect(typedOf(' Abé  b!! ', spec(['a', 'b', ' ']))).toEqual({
    letters: ['a', 'b', ' ', 'b'],
    unknown: ['é', '!'],
  });
});

it('has lines that fit, and those of a quatrain', () => {
  const fits = (words: string) => words.length <= 6;
  expect(linesOf('deep sky blue', fits)).toEqual(['deep', 'sky', 'blue']);
  expect(linesOf('a b c-def', fits)).toEqual(['a b c-', 'def']);
  expect(linesOf('aquamarine', fits)).toEqual(['aquama', 'rine']);
  expect(linesOf('白日依山尽黄河入海流欲穷千里目更上一层楼', fits)).toEqual([
    '白日依山尽',
    '黄河入海流',
    '欲穷千里目',
    '更上一层楼',
  ]);
  expect(linesOf('', fits)).toEqual([]);
});
