// Each setting once: its place on the page, how it is written as text, and how it is read into a run.

import type { RunConfig } from '../../engine/protocol';

type Model = RunConfig['model'];
type Train = RunConfig['train'];

/** What was typed, read as what is expected; what cannot be read is refused, and a zero stands in. */
export interface Text {
  came: string;
  whole(): number;
  wholes(): number[];
  number(): number;
}

/** Why a setting has no meaning. */
export type Idle = 'no KL' | 'no samples' | 'no free bits';

export interface Setting {
  /** The advanced ones are folded away. */
  group: 'main' | 'advanced';
  /** A choice, by the crate's words; without, a text is typed. */
  options?: readonly string[];
  keyboard?: 'numeric' | 'decimal';
  /** It applies to a run that goes on; the others wait for a fresh start. */
  atOnce?: boolean;
  /** The choice before it that it is a parameter of: the crate names it by that. */
  partOf?: string;
  /** Whether that choice asks for it. */
  shown?(run: RunConfig): boolean;
  idle?(run: RunConfig): Idle | undefined;
  write(run: RunConfig): string;
  read(text: Text, run: RunConfig): void;
}

type NumbersOf<Part> = { [Key in keyof Part]: Part[Key] extends number ? Key : never }[keyof Part];

function number(key: NumbersOf<Train>, more: Partial<Setting> = {}): Setting {
  return {
    group: 'advanced',
    keyboard: 'decimal',
    write: ({ train }) => String(train[key]),
    read: (text, { train }) => {
      train[key] = text.number();
    },
    ...more,
  };
}

function whole(key: NumbersOf<Train>, more: Partial<Setting> = {}): Setting {
  return number(key, {
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

const noKl = ({ model }: RunConfig): Idle | undefined => (model.deterministic ? 'no KL' : undefined);
const noSamples = ({ model }: RunConfig): Idle | undefined =>
  model.deterministic ? 'no samples' : undefined;

export const SETTINGS = {
  latentSize: {
    group: 'main',
    keyboard: 'numeric',
    write: ({ model }) => String(model.latentSize),
    read: (text, { model }) => {
      model.latentSize = text.whole();
    },
  },
  network: {
    group: 'main',
    options: ['dense', 'convolutional'],
    write: ({ model }) => (model.channels.length > 0 ? 'convolutional' : 'dense'),
    read: ({ came }, { model }) => {
      model.channels = came === 'convolutional' ? [...CHANNELS] : [];
    },
  },
  channels: {
    group: 'main',
    shown: ({ model }) => model.channels.length > 0,
    write: ({ model }) => (model.channels.length > 0 ? model.channels : CHANNELS).join(', '),
    read: (text, { model }) => {
      model.channels = text.wholes();
    },
  },
  hiddenSizes: {
    group: 'main',
    write: ({ model }) => model.hiddenSizes.join(', '),
    read: (text, { model }) => {
      model.hiddenSizes = text.came === '' ? [] : text.wholes();
    },
  },
  likelihood: {
    group: 'main',
    options: ['bernoulli', 'gaussianFixed', 'gaussianShared', 'gaussianPixel'],
    write: ({ model }) => model.likelihood.kind,
    read: (text, { model }) => {
      model.likelihood = variant(LIKELIHOODS, text);
    },
  },
  sigma: {
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
    group: 'main',
    options: ['greyscale', 'binarised', 'thresholded'],
    write: ({ model }) => model.dataView,
    read: ({ came }, { model }) => {
      model.dataView = came as Model['dataView'];
    },
  },
  posterior: {
    group: 'advanced',
    options: ['gaussian', 'none'],
    write: ({ model }) => (model.deterministic ? 'none' : 'gaussian'),
    read: ({ came }, { model }) => {
      model.deterministic = came === 'none';
    },
  },
  condition: {
    group: 'advanced',
    options: ['none', 'class'],
    write: ({ model }) => (model.conditional ? 'class' : 'none'),
    read: ({ came }, { model }) => {
      model.conditional = came === 'class';
    },
  },
  beta: number('beta', { group: 'main', atOnce: true, idle: noKl }),
  learningRate: number('learningRate', { group: 'main', atOnce: true }),
  batchSize: whole('batchSize', { group: 'main' }),
  seed: whole('seed', { group: 'main' }),
  samples: whole('samples', { idle: noSamples }),
  klWarmUpEpochs: number('klWarmUpEpochs', { idle: noKl }),
  freeBits: number('freeBits', {
    idle: (run) => noKl(run) ?? (run.train.samples > 1 ? 'no free bits' : undefined),
  }),
  corruption: {
    group: 'advanced',
    options: ['none', 'noise', 'mask'],
    write: ({ train }) => train.corruption.kind,
    read: (text, { train }) => {
      train.corruption = variant(CORRUPTIONS, text);
    },
  },
  noise: {
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
    group: 'advanced',
    options: ['adam', 'adamW', 'sgd', 'rmsProp'],
    write: ({ train }) => train.optimizer.kind,
    read: (text, { train }) => {
      train.optimizer = variant(OPTIMIZERS, text);
    },
  },
  weightDecay: {
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
    group: 'advanced',
    options: ['constant', 'cosine'],
    write: ({ train }) => train.schedule.kind,
    read: (text, { train }) => {
      train.schedule = variant(SCHEDULES, text);
    },
  },
  epochs: {
    group: 'advanced',
    keyboard: 'numeric',
    partOf: 'schedule',
    shown: ({ train }) => train.schedule.kind === 'cosine',
    write: ({ train }) => parameter('epochs', SCHEDULES.cosine, train.schedule),
    read: (text, { train }) => {
      train.schedule = { kind: 'cosine', epochs: text.whole() };
    },
  },
  warmUpSteps: whole('warmUpSteps'),
  clipNorm: number('clipNorm'),
  patience: whole('patience'),
} satisfies Record<string, Setting>;
