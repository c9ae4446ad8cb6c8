// What a model is, in the field's words.

import type { ModelConfig } from '../protocol';

const LIKELIHOODS: Record<ModelConfig['likelihood']['kind'], string> = {
  bernoulli: 'Bernoulli',
  gaussianFixed: 'Gaussian',
  gaussianShared: 'Gaussian with one learnt σ',
  gaussianPixel: 'Gaussian with a σ for each pixel',
};

export const likelihoodWords = ({ likelihood }: Pick<ModelConfig, 'likelihood'>) =>
  likelihood.kind === 'gaussianFixed'
    ? `Gaussian with σ = ${likelihood.sigma}`
    : LIKELIHOODS[likelihood.kind];

/** Figures on different views of the data are different quantities: each stands with these words. */
export const dataWords = (config: Pick<ModelConfig, 'dataView' | 'likelihood'>) =>
  `${config.dataView} MNIST, ${likelihoodWords(config)}`;

/** Of grey pixels a Gaussian gives a density, not a probability. */
export const isDensity = ({ likelihood }: Pick<ModelConfig, 'likelihood'>) => likelihood.kind !== 'bernoulli';

export const densityWords = (config: Pick<ModelConfig, 'likelihood'>) =>
  isDensity(config) ? ' Of a density: terms may be below 0, and do not compare with Bernoulli’s.' : '';

export const kindWords = ({ deterministic, conditional }: ModelConfig) =>
  `${conditional ? 'conditional ' : ''}${deterministic ? 'autoencoder' : 'VAE'}`;

/** Pixels, channels of convolutions, hidden units, latent dimensions. */
export const layersOf = ({ channels, hiddenSizes, latentSize }: ModelConfig): string[] => [
  '784',
  ...channels.map((size, index) => `${size} × ${28 >> (index + 1)}²`),
  ...hiddenSizes.map(String),
  String(latentSize),
];
