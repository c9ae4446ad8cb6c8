import { expect, it } from 'vitest';
import { DEFAULT_RUN } from '../settings/schema';
import { shapeWords } from './words';

it('tells what a model is of whose figures nothing is known', () => {
  const { model } = DEFAULT_RUN;
  expect(shapeWords(model)).toBe('VAE 784–256–128–64–2, greyscale MNIST, Bernoulli.');
  expect(shapeWords({ ...model, conditional: true })).toBe(
    'Conditional VAE 784–256–128–64–2, a map for each class, greyscale MNIST, Bernoulli.',
  );
});
