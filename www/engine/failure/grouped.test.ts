import fc from 'fast-check';
import { expect, it } from 'vitest';
import { grouped } from './grouped';

it('sets thousands apart from ten thousand on', () => {
  const cases: [number, string][] = [
    [0, '0'],
    [9999, '9999'],
    [10_000, '10,000'],
    [-123_456, '-123,456'],
    [31_000_000, '31,000,000'],
    [65_504.5, '65,504.5'],
    [0.000_012_345, '0.000012345'],
  ];
  for (const [value, text] of cases) expect(grouped(value)).toBe(text);
});

it('says any number whose commas are taken out again', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (value) => {
      expect(Number(grouped(value).replaceAll(',', ''))).toBe(value === 0 ? 0 : value);
    }),
  );
});
