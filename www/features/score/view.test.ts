import { expect, it } from 'vitest';
import { shareBelow } from './view';

it('counts the values below one', () => {
  const values = Float32Array.of(-300, -200, -100, -100);
  expect(shareBelow(values, -400)).toBe(0);
  expect(shareBelow(values, -300)).toBe(0);
  expect(shareBelow(values, -150)).toBe(0.5);
  expect(shareBelow(values, -100)).toBe(0.5);
  expect(shareBelow(values, 0)).toBe(1);
});
