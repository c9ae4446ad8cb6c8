import { expect, it } from 'vitest';
import type { ModelConfig } from '../../engine/protocol';
import { DEFAULT_RUN } from '../settings/schema';
import { modelName, shapeWords } from './words';

it('tells what a model is of whose figures nothing is known', () => {
  const { model } = DEFAULT_RUN;
  expect(shapeWords(model)).toBe('VAE 784–256–128–64–2, greyscale MNIST, Bernoulli.');
  expect(shapeWords({ ...model, conditional: true })).toBe(
    'Conditional VAE 784–256–128–64–2, a map for each class, greyscale MNIST, Bernoulli.',
  );
});

it('names a model by its dimensions and what sets it apart', () => {
  const named = (config: Partial<ModelConfig>, noise = 0) =>
    modelName({ config: { ...DEFAULT_RUN.model, ...config }, noise });
  expect(named({ latentSize: 20 })).toBe('20-D');
  expect(named({ latentSize: 20, channels: [32, 32] })).toBe('Convolutional 20-D');
  expect(named({ conditional: true }, 0.4)).toBe('Conditional Denoising 2-D');
  expect(named({ hiddenSizes: [256, 256, 256, 128] })).toBe('Deep 2-D');
  expect(named({ lowerSize: 16 })).toBe('Ladder 2-D');
  expect(named({ likelihood: { kind: 'characters', window: 8, embedding: 32, units: 4096 } })).toBe(
    'Big 2-D',
  );
  expect(named({ likelihood: { kind: 'characters', window: 8, embedding: 32, units: 0 } })).toBe('2-D');
});
