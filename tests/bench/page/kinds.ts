// The plain model of the comparison, changed into each other kind that the settings describe.

import type { RunConfig } from '../../../www/engine/protocol';

type Change = (run: RunConfig) => RunConfig;

const modelled =
  (model: Partial<RunConfig['model']>): Change =>
  (run) => ({ ...run, model: { ...run.model, ...model } });
const trained =
  (train: Partial<RunConfig['train']>): Change =>
  (run) => ({ ...run, train: { ...run.train, ...train } });

export const CONVOLUTIONAL = 'convolutional, 16 and 32';

export const otherKinds = {
  AdamW: trained({ optimizer: { kind: 'adamW', weightDecay: 0.01 } }),
  conditional: modelled({ conditional: true }),
  'Gaussian, fixed variance': modelled({ likelihood: { kind: 'gaussianFixed', sigma: 0.3 } }),
  'Gaussian, shared variance': modelled({ likelihood: { kind: 'gaussianShared' } }),
  'Gaussian, variance of each pixel': modelled({ likelihood: { kind: 'gaussianPixel' } }),
  'denoising, noise': trained({ corruption: { kind: 'noise', sigma: 0.3 } }),
  'denoising, mask': trained({ corruption: { kind: 'mask', share: 0.5 } }),
  autoencoder: modelled({ deterministic: true }),
  clipped: trained({ clipNorm: 1 }),
  'importance-weighted, 5 samples': trained({ samples: 5 }),
  [CONVOLUTIONAL]: modelled({ channels: [16, 32], hiddenSizes: [256, 128, 64] }),
} satisfies Record<string, Change>;
