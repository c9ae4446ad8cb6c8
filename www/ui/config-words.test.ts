import { describe, expect, it } from 'vitest';
import { SITE_DATA } from '../engine/data/spec';
import type { DataSpec, ModelConfig } from '../engine/protocol';
import { dataWords, kindWords, layersOf, mirrored, termsWords } from './config-words';

const config: ModelConfig = {
  latentSize: 2,
  hiddenSizes: [256],
  channels: [],
  likelihood: { kind: 'bernoulli' },
  deterministic: false,
  conditional: false,
  dataView: 'greyscale',
};

describe('a model in words', () => {
  it('says the view of the data and the likelihood', () => {
    expect(dataWords(config)).toBe('greyscale MNIST, Bernoulli');
    const gaussian = {
      ...config,
      dataView: 'binarised',
      likelihood: { kind: 'gaussianFixed', sigma: 0.3 },
    } as const;
    expect(dataWords(gaussian)).toBe('binarised MNIST, Gaussian with σ = 0.3');
  });

  it('says no view of items, which have no pixels, and whose terms are of a probability', () => {
    const data: DataSpec = { ...SITE_DATA, kind: 'items', width: 66, height: 1 };
    const tastes: ModelConfig = { ...config, data, likelihood: { kind: 'multinomial' } };
    expect(dataWords(tastes)).toBe('likes of people and 66 items, multinomial');
    expect(termsWords(tastes)).toBe(' Of which items they are, one after the other, given how many.');
    const words: ModelConfig = { ...tastes, data: { ...data, terms: 'words' } };
    expect(termsWords(words)).toBe(' Of which words they are, one after the other, given how many.');
  });

  it('says of Gaussians alone that their terms are of a density', () => {
    expect(termsWords(config)).toBe('');
    expect(termsWords({ likelihood: { kind: 'gaussianShared' } })).toContain('may be below 0');
  });

  it('says of a mixture as prior that the KL is estimated', () => {
    const prior = { kind: 'mixture', components: 7 } as const;
    expect(termsWords({ ...config, prior })).toContain('estimated from samples of z');
    const both = termsWords({ ...config, prior, lowerSize: 4 });
    expect(both).toContain('the KL is that of both');
    expect(both).not.toContain('estimated from samples of z');
    const atMean = termsWords({ ...config, lowerSize: 4 }, 'mean');
    expect(atMean).toContain('of the lower one at this z');
    expect(atMean).not.toContain('estimated');
    expect(kindWords({ ...config, prior })).toContain('mixture of 7');
  });

  it('says of topics that they have no hidden layers, and of whom they are', () => {
    const topics: ModelConfig = { ...config, latentSize: 50, decoder: 'topics' };
    expect(kindWords(topics)).toBe('VAE with a decoder of topics,');
    expect(layersOf(mirrored(topics))).toEqual(['784', '50']);
    expect(mirrored(config)).toBe(config);
    expect(layersOf(mirrored({ ...config, hiddenSizes: [256, 128], lowerSize: 16 }))).toEqual([
      '784',
      '256',
      '128',
      '16',
      '128',
      '2',
    ]);
  });

  it('says of texts how wide what tells the next character is, where that was asked', () => {
    const wide = { kind: 'characters', window: 8, embedding: 32, units: 4096 } as const;
    const texts: ModelConfig = { ...config, hiddenSizes: [256, 96], likelihood: wide };
    expect(mirrored(texts).hiddenSizes).toEqual([4096, 96]);
    expect(mirrored({ ...texts, hiddenSizes: [] }).hiddenSizes).toEqual([4096]);
    const usual = { ...texts, likelihood: { ...wide, units: 0 } };
    expect(mirrored(usual)).toBe(usual);
  });

  it('names its kind', () => {
    expect(kindWords(config)).toBe('VAE');
    expect(kindWords({ ...config, lowerSize: 16 })).toBe('VAE with a second layer of 16 latents,');
    expect(kindWords({ ...config, deterministic: true, conditional: true })).toBe('conditional autoencoder');
  });

  it('names its layers, with the sides of the convolutions’ images', () => {
    expect(layersOf(config)).toEqual(['784', '256', '2']);
    expect(layersOf({ ...config, channels: [16, 32] })).toEqual(['784', '16 × 14²', '32 × 7²', '256', '2']);
  });

  it('says once how wide many layers are', () => {
    const hiddenSizes = [64, ...new Array<number>(140).fill(128), 32, 32];
    expect(layersOf({ ...config, hiddenSizes })).toEqual(['784', '64', '140 × 128', '32', '32', '2']);
  });

  it('calls what is neither binarised nor grey coloured', () => {
    const data = { ...SITE_DATA, channels: 3 };
    expect(dataWords({ ...config, data, dataView: 'greyscale' })).toMatch(
      /^coloured images of 28 × 28 pixels in colour/,
    );
    expect(dataWords({ ...config, data, dataView: 'binarised' })).toMatch(/^binarised images/);
  });

  it('names those of other data', () => {
    const data = { ...SITE_DATA, width: 64, height: 32, channels: 3 };
    expect(layersOf({ ...config, data, channels: [8] })).toEqual(['6144', '8 × 32 × 16', '256', '2']);
  });
});
