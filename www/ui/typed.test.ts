import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listText, listTexts, numberText, numberTexts, typedNumber } from './typed';

const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

it('reads a number as it is typed where people have other commas, digits and signs', () => {
  const cases: [string, number][] = [
    ['0,001', 0.001],
    ['０.００１', 0.001],
    ['０．００１', 0.001],
    ['0。5', 0.5],
    ['７', 7],
    ['−1,25', -1.25],
    ['－２', -2],
    ['1ｅ-3', 1e-3],
    [' ,5 ', 0.5],
    ['1,50', 1.5],
  ];
  for (const [typed, value] of cases) expect([typed, typedNumber(typed)]).toEqual([typed, value]);
});

it('guesses at nothing: thousands, two commas and words stay as they came, and are no numbers', () => {
  for (const typed of [
    '1,000',
    '12,345',
    '1.000,5',
    '1,000,000',
    '256,128,64',
    '',
    'many',
    '0x10',
    '1e999',
  ]) {
    expect([typed, typedNumber(typed)]).toEqual([typed, Number.NaN]);
    expect(numberText(typed)).toBe(typed);
  }
});

it('reads lists with any comma', () => {
  for (const typed of ['256,128', '256，128', '256、128', '２５６，１２８'])
    expect(listText(typed)).toBe('256,128');
  expect(listTexts('64；256、128； ; 512,256')).toEqual(['64', '256,128', '512,256']);
});

it('takes numbers apart at commas, and where semicolons do it takes those for decimal ones', () => {
  expect(numberTexts('0, 1, 4')).toEqual(['0', '1', '4']);
  expect(numberTexts('0,1,4')).toEqual(['0', '1', '4']);
  expect(numberTexts('０，１、４')).toEqual(['0', '1', '4']);
  expect(numberTexts('0,001; 0,01;1')).toEqual(['0.001', '0.01', '1']);
});

it('reads any number in full width and with a decimal comma as it reads it plainly', () => {
  const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
  fc.assert(
    fc.property(anyNumber, (drawn) => {
      // A minus before a zero is not written.
      const plain = String(drawn);
      const value = Number(plain);
      expect(typedNumber(plain)).toBe(value);
      expect(typedNumber(wide(plain))).toBe(value);
      expect(typedNumber(plain.replace('-', '−'))).toBe(value);
      const comma = plain.replace('.', ',');
      if (!/^-?[1-9]\d{0,2},\d{3}$/.test(comma)) expect(typedNumber(comma)).toBe(value);
    }),
  );
});

it('reads any list in full width as it reads it plainly, and never makes more or fewer numbers of it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4096), { minLength: 1, maxLength: 8 }), (sizes) => {
      const plain = sizes.join(',');
      for (const typed of [plain, wide(plain), sizes.join('、'), wide(sizes.join('，'))])
        expect(listText(typed)).toBe(plain);
      expect(numberTexts(sizes.join(', '))).toEqual(sizes.map(String));
    }),
  );
});
