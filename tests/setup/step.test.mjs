import { expect, it } from 'vitest';
import { duration } from '../../www/setup/step.mjs';

it('tells a duration in tenths of a second below a minute, in minutes and seconds above', () => {
  expect(duration(0)).toBe('0.0 s');
  expect(duration(59_940)).toBe('59.9 s');
  expect(duration(60_000)).toBe('1 min 0 s');
  expect(duration(754_400)).toBe('12 min 34 s');
});

it('never tells of 60 seconds', () => {
  expect(duration(59_960)).toBe('1 min 0 s');
  expect(duration(119_700)).toBe('2 min 0 s');
});
