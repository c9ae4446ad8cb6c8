import { grouped } from '../../engine/failure/grouped';
import type { Advised, Expected, IdleReason } from '../../engine/protocol';

/** A name within a sentence; KL stays as it is. */
const lowered = (name: string) =>
  /^[A-Z]{2}/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

const labels: Readonly<Record<string, string>> = {
  latentSize: 'Latent size',
  network: 'Network',
  channels: 'Channels',
  hiddenSizes: 'Hidden sizes',
  decoder: 'Decoder',
  shortcuts: 'Shortcuts',
  normalisation: 'Normalisation',
  likelihood: 'Likelihood',
  sigma: 'Likelihood’s σ',
  contextLength: 'Window, characters',
  contextUnits: 'Hidden units of a character',
  embedding: 'Embedding size',
  wordDropout: 'Word dropout',
  dropout: 'Dropout',
  dataView: 'Data view',
  posterior: 'Posterior',
  lowerSize: 'Second layer’s size',
  prior: 'Prior',
  components: 'Mixture’s components',
  condition: 'Condition',
  corruption: 'Input corruption',
  noise: 'Noise σ',
  share: 'Share masked',
  optimizer: 'Optimiser',
  weightDecay: 'Weight decay',
  momentum: 'Momentum',
  adamEpsilon: 'Adam’s ε',
  schedule: 'Rate schedule',
  epochs: 'Schedule’s epochs',
  beta: 'Beta',
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  seed: 'Seed',
  samples: 'Samples k',
  estimator: 'Gradient estimator',
  klWarmUpEpochs: 'KL warm-up, epochs',
  freeBits: 'Free bits, nats',
  warmUpSteps: 'Rate warm-up, steps',
  clipNorm: 'Clip gradients to norm',
  patience: 'Early stopping, epochs',
};

const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  network: { dense: 'Dense', convolutional: 'Convolutional' },
  decoder: { layers: 'Layers, mirrored', topics: 'Topics (ProdLDA)' },
  shortcuts: { none: 'None', residual: 'Residual' },
  normalisation: { none: 'None', layer: 'Layer' },
  likelihood: {
    bernoulli: 'Bernoulli',
    gaussianFixed: 'Gaussian, fixed σ',
    gaussianShared: 'Gaussian, one σ learnt',
    gaussianPixel: 'Gaussian, σ per pixel',
    multinomial: 'Multinomial',
    characters: 'Character after character',
  },
  dataView: { greyscale: 'Greyscale', binarised: 'Binarised', thresholded: 'Thresholded' },
  posterior: {
    gaussian: 'Gaussian',
    fullCovariance: 'Gaussian, full covariance',
    none: 'None: deterministic',
  },
  prior: { gaussian: 'Gaussian', mixture: 'Mixture of Gaussians' },
  condition: { none: 'None', class: 'The digit’s class' },
  corruption: { none: 'None', noise: 'Gaussian noise', mask: 'Masked pixels' },
  optimizer: { adam: 'Adam', adamW: 'AdamW', sgd: 'SGD', rmsProp: 'RMSProp' },
  estimator: { standard: 'Standard', doublyReparameterised: 'Doubly reparameterised' },
  schedule: { constant: 'Constant', cosine: 'Cosine to 0' },
};

const kinds: Readonly<Record<string, string>> = {
  vae: 'VAE',
  betaVae: 'Beta-VAE',
  autoencoder: 'Autoencoder',
  denoising: 'Denoising VAE',
  conditional: 'Conditional VAE',
  importance: 'Importance-weighted autoencoder',
  mixed: 'A mixture',
};

const idle: Record<IdleReason, string> = {
  noKl: 'An autoencoder has no KL term.',
  noSamples: 'An autoencoder samples nothing.',
  noFreeBits:
    'The importance-weighted bound, a mixture as prior, a full covariance and a second layer have no KL of each dimension.',
  noHiddenLayers: 'The model has no hidden layers.',
  noPrior: 'An autoencoder has no prior.',
  oneSample: 'With one sample there are no importance weights.',
};

function expected(what: Expected): string {
  switch (what.kind) {
    case 'anyWhole':
      return 'a whole number';
    case 'anyNumber':
      return 'a number';
    case 'whole':
      return `a whole number from ${grouped(what.low)} to ${grouped(what.high)}`;
    case 'number':
      return `a number from ${grouped(what.low)} to ${grouped(what.high)}`;
    case 'positive':
      return `a number above 0, at most ${grouped(what.high)}`;
    case 'oneOf':
      return `one of ${what.options.join(', ')}`;
    case 'layers':
      return `at most ${grouped(what.most)} layers`;
    case 'parameters':
      return `layers of at most ${grouped(what.most)} weights and biases in all`;
    case 'memory':
      return `at most ${grouped(what.most)}, for which there is memory with these layers and samples`;
    case 'noFreeBits':
      return '0 with more than one sample, a mixture as prior, a full covariance or a second layer: there is no KL of each dimension';
    case 'fullCovariance':
      return `at most ${grouped(what.most)} with a full covariance, which has a number for each pair of dimensions`;
    case 'oneSample':
      return '1 for an autoencoder, which samples nothing';
    case 'noLower':
      return '0 unless the data is images, the posterior has a diagonal covariance and the estimator is standard';
  }
}

function advised(what: Advised): string {
  switch (what.kind) {
    case 'shortcuts':
      return (
        `${what.plain} plain layers one after another pass on little gradient. Layers of one width would train with ` +
        'residual shortcuts and layer normalisation, both under “Advanced”.'
      );
    case 'equalWidths':
      return 'No two hidden layers beside each other are as wide: there is no shortcut.';
  }
}

export const en = {
  kind: 'Kind',
  kinds,
  advanced: 'Advanced',
  labels,
  options,
  atOnce: 'at once',
  idle,
  advised,
  /** What came is a number, or a text that was typed. */
  refused: (label: string, what: Expected, came: number | string) =>
    `${label}: expected ${expected(what)}, got ${came === '' ? 'nothing' : typeof came === 'string' ? `“${came}”` : grouped(came)}.`,
  waiting: (names: readonly string[]) => `Waiting for a reset: ${names.map(lowered).join(', ')}.`,
  waitingRule: 'What is not marked “at once” waits for a reset.',
  choice: 'Backend choice',
  automatic: 'Automatic',
  webgpu: 'WebGPU',
  cpu: 'CPU',
  backend: 'Backend',
};

declare module '../../ui/text' {
  interface Text {
    settings: typeof en;
  }
}
