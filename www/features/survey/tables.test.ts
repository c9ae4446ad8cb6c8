import { expect, it } from 'vitest';
import type { Row } from '../../engine/protocol/surveyor';
import { en } from './panel/en';
import { caseWords, valueWords } from './panel/words';
import { tablesOf } from './tables';

const noise = { kind: 'noise', sigma: 0.25 } as const;
const rows: Row[] = [
  { case: noise, method: 'optimised', quantity: 'psnr', value: 20 },
  { case: noise, method: 'optimised', quantity: 'squaredError', value: 0.01 },
  { case: noise, method: 'median', quantity: 'psnr', value: 18 },
  { case: noise, method: 'median', quantity: 'squaredError', value: 0.02 },
  { case: { kind: 'blur', sigma: 1.5 }, method: 'median', quantity: 'psnr', value: 30 },
];

it('makes a table of each case, in which the best of a column stands out', () => {
  const [first, second, ...rest] = tablesOf(rows);
  expect(rest).toEqual([]);
  expect(first?.quantities).toEqual(['psnr', 'squaredError']);
  expect(first?.lines).toEqual([
    { method: 'optimised', ofModel: true, values: [20, 0.01], best: [true, true] },
    { method: 'median', ofModel: false, values: [18, 0.02], best: [false, false] },
  ]);
  // Alone there is no best.
  expect(second?.lines[0]?.best).toEqual([false]);
});

it('says cases and figures in words', () => {
  expect(caseWords({ kind: 'erased', part: 'half' }, en)).toBe('Lower half erased');
  expect(caseWords({ kind: 'shown', what: { kind: 'other', name: 'fashion' } }, en)).toBe('Shown fashion');
  expect(valueWords('accuracy', 0.9769)).toBe('97.7 %');
  expect(valueWords('auroc', 0.99712)).toBe('0.9971');
  expect(valueWords('frechetDistance', 4.12)).toBe('4.1');
});
