// Each setting once: its name and place on the page, how it is written as text, and how it is read into a run.

import type { RunConfig } from './protocol';

type Model = RunConfig['model'];
type Train = RunConfig['train'];

/** What was typed, read as what is expected; what cannot be read is refused, and a zero stands in. */
export interface Text {
  came: string;
  whole(): number;
  wholes(): number[];
  number(): number;
}

export interface Setting {
  label: string;
  /** The advanced ones are folded away. */
  group: 'main' | 'advanced';
  /** A choice, by the crate's words; without, a text is typed. */
  options?: Readonly<Record<string, string>>;
  keyboard?: 'numeric' | 'decimal';
  /** It applies to a run that goes on; the others wait for a fresh start. */
  atOnce?: boolean;
  /** The choice before it that it is a parameter of: the crate names it by that. */
  partOf?: string;
  /** Whether that choice asks for it. */
  shown?(run: RunConfig): boolean;
  /** Why it has no meaning, if so. */
  idle?(run: RunConfig): string | undefined;
  write(run: RunConfig): string;
  read(text: Text, run: RunConfig): void;
}

type NumbersOf<Part> = { [Key in keyof Part]: Part[Key] extends number ? Key : never }[keyof Part];

function number(key: NumbersOf<Train>, label: string, more: Partial<Setting> = {}): Setting {
  return {
    label,
    group: 'advanced',
    keyboard: 'decimal',
    write: ({ train }) => String(train[key]),
    read: (text, { train }) => {
      train[key] = text.number();
    },
    ...more,
  };
}

function whole(key: NumbersOf<Train>, label: string, more: Partial<Setting> = {}): Setting {
  return number(key, label, {
    keyboard: 'numeric',
    read: (text, { train }) => {
      train[key] = text.whole();
    },
    ...more,
  });
}

const CHANNELS = [16, 32];
const LIKELIHOODS: Record<Model['likelihood']['kind'], Model['likelihood']> = {
  bernoulli: { kind: 'bernoulli' },
  gaussianFixed: { kind: 'gaussianFixed', sigma: 0.3 },
  gaussianShared: { kind: 'gaussianShared' },
  gaussianPixel: { kind: 'gaussianPixel' },
};
const CORRUPTIONS: Record<Train['corruption']['kind'], Train['corruption']> = {
  none: { kind: 'none' },
  noise: { kind: 'noise', sigma: 0.4 },
  mask: { kind: 'mask', share: 0.25 },
};
const OPTIMIZERS: Record<Train['optimizer']['kind'], Train['optimizer']> = {
  adam: { kind: 'adam' },
  adamW: { kind: 'adamW', weightDecay: 0.01 },
  sgd: { kind: 'sgd', momentum: 0.9 },
  rmsProp: { kind: 'rmsProp' },
};
const SCHEDULES: Record<Train['schedule']['kind'], Train['schedule']> = {
  constant: { kind: 'constant' },
  cosine: { kind: 'cosine', epochs: 20 },
};

/** The variant that a choice names, with its parameter as it is at first. */
const variant = <Variant extends object>(variants: Record<string, Variant>, { came }: Text): Variant => {
  const chosen = variants[came];
  if (!chosen) throw new Error(`Expected one of ${Object.keys(variants).join(', ')}, got ${came}.`);
  return { ...chosen };
};

/** A variant's parameter, of the variant in use or as it is at first. */
const parameter = (name: string, first: object, inUse: object) =>
  String(Reflect.get({ ...first, ...inUse }, name));

const noKl = ({ model }: RunConfig) => (model.deterministic ? 'An autoencoder has no KL term.' : undefined);
const noSamples = ({ model }: RunConfig) =>
  model.deterministic ? 'An autoencoder samples nothing.' : undefined;

export const SETTINGS = {
  latentSize: {
    label: 'Latent size',
    group: 'main',
    keyboard: 'numeric',
    write: ({ model }) => String(model.latentSize),
    read: (text, { model }) => {
      model.latentSize = text.whole();
    },
  },
  network: {
    label: 'Network',
    group: 'main',
    options: { dense: 'Dense', convolutional: 'Convolutional' },
    write: ({ model }) => (model.channels.length > 0 ? 'convolutional' : 'dense'),
    read: ({ came }, { model }) => {
      model.channels = came === 'convolutional' ? [...CHANNELS] : [];
    },
  },
  channels: {
    label: 'Channels',
    group: 'main',
    shown: ({ model }) => model.channels.length > 0,
    write: ({ model }) => (model.channels.length > 0 ? model.channels : CHANNELS).join(', '),
    read: (text, { model }) => {
      model.channels = text.wholes();
    },
  },
  hiddenSizes: {
    label: 'Hidden sizes',
    group: 'main',
    write: ({ model }) => model.hiddenSizes.join(', '),
    read: (text, { model }) => {
      model.hiddenSizes = text.came === '' ? [] : text.wholes();
    },
  },
  likelihood: {
    label: 'Likelihood',
    group: 'main',
    options: {
      bernoulli: 'Bernoulli',
      gaussianFixed: 'Gaussian, fixed σ',
      gaussianShared: 'Gaussian, one σ learnt',
      gaussianPixel: 'Gaussian, σ per pixel',
    },
    write: ({ model }) => model.likelihood.kind,
    read: (text, { model }) => {
      model.likelihood = variant(LIKELIHOODS, text);
    },
  },
  sigma: {
    label: 'Likelihood’s σ',
    group: 'main',
    keyboard: 'decimal',
    partOf: 'likelihood',
    shown: ({ model }) => model.likelihood.kind === 'gaussianFixed',
    write: ({ model }) => parameter('sigma', LIKELIHOODS.gaussianFixed, model.likelihood),
    read: (text, { model }) => {
      model.likelihood = { kind: 'gaussianFixed', sigma: text.number() };
    },
  },
  dataView: {
    label: 'Data view',
    group: 'main',
    options: { greyscale: 'Greyscale', binarised: 'Binarised', thresholded: 'Thresholded' },
    write: ({ model }) => model.dataView,
    read: ({ came }, { model }) => {
      model.dataView = came as Model['dataView'];
    },
  },
  posterior: {
    label: 'Posterior',
    group: 'advanced',
    options: { gaussian: 'Gaussian', none: 'None: deterministic' },
    write: ({ model }) => (model.deterministic ? 'none' : 'gaussian'),
    read: ({ came }, { model }) => {
      model.deterministic = came === 'none';
    },
  },
  condition: {
    label: 'Condition',
    group: 'advanced',
    options: { none: 'None', class: 'The digit’s class' },
    write: ({ model }) => (model.conditional ? 'class' : 'none'),
    read: ({ came }, { model }) => {
      model.conditional = came === 'class';
    },
  },
  beta: number('beta', 'Beta', { group: 'main', atOnce: true, idle: noKl }),
  learningRate: number('learningRate', 'Learning rate', { group: 'main', atOnce: true }),
  batchSize: whole('batchSize', 'Batch size', { group: 'main' }),
  seed: whole('seed', 'Seed', { group: 'main' }),
  samples: whole('samples', 'Samples k', { idle: noSamples }),
  klWarmUpEpochs: number('klWarmUpEpochs', 'KL warm-up, epochs', { idle: noKl }),
  freeBits: number('freeBits', 'Free bits, nats', {
    idle: (run) =>
      noKl(run) ?? (run.train.samples > 1 ? 'The importance-weighted bound knows no free bits.' : undefined),
  }),
  corruption: {
    label: 'Input corruption',
    group: 'advanced',
    options: { none: 'None', noise: 'Gaussian noise', mask: 'Masked pixels' },
    write: ({ train }) => train.corruption.kind,
    read: (text, { train }) => {
      train.corruption = variant(CORRUPTIONS, text);
    },
  },
  noise: {
    label: 'Noise σ',
    group: 'advanced',
    keyboard: 'decimal',
    partOf: 'corruption',
    shown: ({ train }) => train.corruption.kind === 'noise',
    write: ({ train }) => parameter('sigma', CORRUPTIONS.noise, train.corruption),
    read: (text, { train }) => {
      train.corruption = { kind: 'noise', sigma: text.number() };
    },
  },
  share: {
    label: 'Share masked',
    group: 'advanced',
    keyboard: 'decimal',
    partOf: 'corruption',
    shown: ({ train }) => train.corruption.kind === 'mask',
    write: ({ train }) => parameter('share', CORRUPTIONS.mask, train.corruption),
    read: (text, { train }) => {
      train.corruption = { kind: 'mask', share: text.number() };
    },
  },
  optimizer: {
    label: 'Optimiser',
    group: 'advanced',
    options: { adam: 'Adam', adamW: 'AdamW', sgd: 'SGD', rmsProp: 'RMSProp' },
    write: ({ train }) => train.optimizer.kind,
    read: (text, { train }) => {
      train.optimizer = variant(OPTIMIZERS, text);
    },
  },
  weightDecay: {
    label: 'Weight decay',
    group: 'advanced',
    keyboard: 'decimal',
    partOf: 'optimizer',
    shown: ({ train }) => train.optimizer.kind === 'adamW',
    write: ({ train }) => parameter('weightDecay', OPTIMIZERS.adamW, train.optimizer),
    read: (text, { train }) => {
      train.optimizer = { kind: 'adamW', weightDecay: text.number() };
    },
  },
  momentum: {
    label: 'Momentum',
    group: 'advanced',
    keyboard: 'decimal',
    partOf: 'optimizer',
    shown: ({ train }) => train.optimizer.kind === 'sgd',
    write: ({ train }) => parameter('momentum', OPTIMIZERS.sgd, train.optimizer),
    read: (text, { train }) => {
      train.optimizer = { kind: 'sgd', momentum: text.number() };
    },
  },
  schedule: {
    label: 'Rate schedule',
    group: 'advanced',
    options: { constant: 'Constant', cosine: 'Cosine to 0' },
    write: ({ train }) => train.schedule.kind,
    read: (text, { train }) => {
      train.schedule = variant(SCHEDULES, text);
    },
  },
  epochs: {
    label: 'Schedule’s epochs',
    group: 'advanced',
    keyboard: 'numeric',
    partOf: 'schedule',
    shown: ({ train }) => train.schedule.kind === 'cosine',
    write: ({ train }) => parameter('epochs', SCHEDULES.cosine, train.schedule),
    read: (text, { train }) => {
      train.schedule = { kind: 'cosine', epochs: text.whole() };
    },
  },
  warmUpSteps: whole('warmUpSteps', 'Rate warm-up, steps'),
  clipNorm: number('clipNorm', 'Clip gradients to norm'),
  patience: whole('patience', 'Early stopping, epochs'),
} satisfies Record<string, Setting>;
