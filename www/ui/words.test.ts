import { expect, it } from 'vitest';
import { durationWords } from './words';

it('never says sixty of what makes one of the next', () => {
  expect(durationWords(119.7)).toBe('2 min 0 s');
  expect(durationWords(59.2)).toBe('1 min 0 s');
  expect(durationWords(3599.6)).toBe('1 h 0 min');
});

it('says seconds, minutes and hours', () => {
  expect(durationWords(0)).toBe('0 s');
  expect(durationWords(0.2)).toBe('1 s');
  expect(durationWords(61.2)).toBe('1 min 1 s');
  expect(durationWords(3660)).toBe('1 h 1 min');
});
