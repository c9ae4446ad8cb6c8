import { describe, expect, it } from 'vitest';
import type { RunConfig } from '../../engine/protocol';
import { formOfKind, KIND_LIST, kindOf } from './kinds';
import { atFields, formOf, PLAIN, readForm, waitingFields } from './settings';

const run: RunConfig = { ...PLAIN, model: { ...PLAIN.model, hiddenSizes: [256, 128] } };
const form = formOf(run);

const variants: Record<string, RunConfig> = {
  'a plain VAE': run,
  'a convolutional one': { ...run, model: { ...run.model, channels: [8, 16], hiddenSizes: [] } },
  'a Gaussian one': { ...run, model: { ...run.model, likelihood: { kind: 'gaussianFixed', sigma: 0.2 } } },
  'a learnt variance': { ...run, model: { ...run.model, likelihood: { kind: 'gaussianPixel' } } },
  'an autoencoder': { ...run, model: { ...run.model, deterministic: true, dataView: 'binarised' } },
  'a conditional one': { ...run, model: { ...run.model, conditional: true } },
  'many samples': { ...run, train: { ...run.train, samples: 5, klWarmUpEpochs: 0.5, patience: 3 } },
  'noise and SGD': {
    ...run,
    train: {
      ...run.train,
      corruption: { kind: 'noise', sigma: 0.7 },
      optimizer: { kind: 'sgd', momentum: 0.5 },
      schedule: { kind: 'cosine', epochs: 9 },
    },
  },
  'a mask and AdamW': {
    ...run,
    train: {
      ...run.train,
      corruption: { kind: 'mask', share: 0.1 },
      optimizer: { kind: 'adamW', weightDecay: 0.02 },
      warmUpSteps: 10,
      clipNorm: 1.5,
      freeBits: 0.25,
    },
  },
};

describe('the form', () => {
  it.each(Object.entries(variants))('reads back %s', (_, variant) => {
    expect(readForm(formOf(variant))).toEqual({ run: variant, errors: [] });
  });

  it('names the fields that cannot be read, with what was expected and what came', () => {
    const { errors } = readForm({ ...form, latentSize: '2.5', hiddenSizes: '256, x', beta: '', seed: '-1' });
    expect(errors).toEqual([
      { field: 'latentSize', expected: { kind: 'anyWhole' }, came: '2.5' },
      { field: 'hiddenSizes', expected: { kind: 'anyWhole' }, came: 'x' },
      { field: 'beta', expected: { kind: 'anyNumber' }, came: '' },
      { field: 'seed', expected: { kind: 'anyWhole' }, came: '-1' },
    ]);
  });

  it('leaves ranges to the crate', () => {
    expect(readForm({ ...form, latentSize: '0' }).errors).toEqual([]);
  });

  it('does not read what has no meaning', () => {
    const { run, errors } = readForm({ ...form, posterior: 'none', beta: 'x', samples: '5', noise: 'x' });
    expect(errors).toEqual([]);
    expect(run.train).toMatchObject({ beta: 1, samples: 1, corruption: { kind: 'none' } });
  });

  it('puts what the crate says of a choice at the choice’s parameter', () => {
    const gaussian = readForm({ ...form, likelihood: 'gaussianFixed', sigma: '90' }).run;
    const what = { expected: { kind: 'number', low: 0.01, high: 10 }, came: 90 } as const;
    expect(atFields([{ field: 'likelihood', ...what }], gaussian)).toEqual([{ field: 'sigma', ...what }]);
    expect(atFields([{ field: 'beta', ...what }], gaussian)).toEqual([{ field: 'beta', ...what }]);
  });
});

describe('waiting fields', () => {
  it('are those that changed and do not apply at once', () => {
    const changed = { ...form, hiddenSizes: '256,128', latentSize: '5', beta: '4', seed: '2' };
    expect(waitingFields(changed, run)).toEqual(['latentSize', 'seed']);
  });

  it('are none that have no meaning', () => {
    expect(waitingFields({ ...form, momentum: '0.1' }, run)).toEqual([]);
  });
});

describe('the kind', () => {
  it.each(KIND_LIST)('“%s” sets what makes it one, whatever was before', (kind) => {
    for (const before of KIND_LIST) {
      const of = formOfKind(formOfKind(form, before), kind);
      expect(kindOf(of)).toBe(kind);
      expect(readForm(of).errors).toEqual([]);
    }
  });

  it('follows the fields', () => {
    expect(kindOf({ ...form, beta: '2' })).toBe('betaVae');
    expect(kindOf({ ...form, samples: '50' })).toBe('importance');
    expect(kindOf({ ...form, condition: 'class', beta: '2' })).toBe('mixed');
  });

  it('leaves the other settings alone', () => {
    expect(formOfKind({ ...form, latentSize: '7' }, 'denoising').latentSize).toBe('7');
  });
});
