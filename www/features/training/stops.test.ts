import { expect, it } from 'vitest';
import { readStop } from './stops';

it('reads numbers as people type them', () => {
  expect(readStop('epochs', ' 20 ')).toBe(20);
  expect(readStop('minutes', '0.5')).toBe(0.5);
  expect(readStop('minutes', '0,5')).toBe(0.5);
  expect(readStop('epochs', '２０')).toBe(20);
  expect(readStop('elbo', '−150')).toBe(-150);
  expect(readStop('elbo', '-150.5')).toBe(-150.5);
});

it('takes nothing for no condition, and refuses what never or always holds', () => {
  expect(readStop('epochs', '')).toBeUndefined();
  for (const typed of ['0', '-3', 'many', '1e999']) expect(readStop('epochs', typed)).toBeNaN();
  expect(readStop('elbo', 'good')).toBeNaN();
});
