import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addressOf } from './address';
import { numbersIn, writtenNumbers } from './z';

it('reads z with spaces or commas between, and writes it to the thousandth', () => {
  expect(numbersIn('0.5 -1')).toEqual([0.5, -1]);
  expect(numbersIn(' 0.5,\n-1e-1 , 2 ')).toEqual([0.5, -0.1, 2]);
  expect(numbersIn('')).toEqual([]);
  expect(writtenNumbers([0.12345, -2, 1e-9])).toBe('0.123 -2 0');
});

it('reads any z as it was written', () => {
  const thousandths = fc.integer({ min: -10_000, max: 10_000 }).map((value) => value / 1000);
  fc.assert(fc.property(fc.array(thousandths), (z) => void expect(numbersIn(writtenNumbers(z))).toEqual(z)));
});

it('finds a file, a model of a folder, and the one that comes along', () => {
  const of = (src: string | null, model: string | null) =>
    addressOf(src, model, 'https://page.test/deep/index.html')?.href;
  expect(of('mine.safetensors', null)).toBe('https://page.test/deep/mine.safetensors');
  expect(of('/models/', 'mnist-10d')).toBe('https://page.test/models/mnist-10d.safetensors');
  expect(of('models/', null)).toBe('https://page.test/deep/models/mnist-2d.safetensors');
  expect(of(null, null)).toMatch(/\/mnist-2d\.safetensors$/);
  expect(of(null, 'mnist-2d')).toBe(of(null, null));
  expect(of(null, 'mnist-10d')).toBeUndefined();
});
