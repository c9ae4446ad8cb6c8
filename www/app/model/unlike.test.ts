import { describe, expect, it } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import type { RunConfig } from '../../engine/protocol';
import { DEFAULT_RUN } from '../settings/schema';
import { besideShippedWords, ofModel, ofRun, refusals, unlike, unlikeWords } from './unlike';

const { model, train } = DEFAULT_RUN;
const run = (
  changes: Partial<RunConfig['model']>,
  corruption: RunConfig['train']['corruption'] = train.corruption,
) => ofRun({ model: { ...model, ...changes }, train: { ...train, corruption } });

describe('figures of unlike quantities', () => {
  const plain = run({});

  it('are of other data, views, likelihoods, conditions, inputs or measures, whichever comes first', () => {
    const others: [ReturnType<typeof run>, string][] = [
      [run({ dataView: 'binarised' }), 'binarised against greyscale'],
      [run({ likelihood: { kind: 'gaussianShared' } }), 'Gaussian with one learnt σ against Bernoulli'],
      [run({ conditional: true }), 'given the class against without the class'],
      [run({ deterministic: true }), 'a reconstruction term alone against an ELBO'],
      [run({}, { kind: 'noise', sigma: 0.4 }), 'inputs with noise of σ = 0.4 against clean inputs'],
      [run({}, { kind: 'mask', share: 0.25 }), 'inputs with 25 % masked against clean inputs'],
      [ofModel(model, 'nll'), 'an NLL against an ELBO'],
      [run({ data: { ...SITE_DATA, width: 32 } }), 'images of 32 × 28 pixels against MNIST'],
    ];
    for (const [other, words] of others) {
      expect(unlikeWords(other, plain)).toBe(words);
      expect(unlike(plain, other)).toHaveLength(1);
    }
  });

  it('are told apart by the σ of a Gaussian too', () => {
    const [one, other] = [0.1, 0.2].map((sigma) => run({ likelihood: { kind: 'gaussianFixed', sigma } }));
    if (one && other) expect(unlike(one, other)).toHaveLength(1);
  });

  it('are not those of another size, width or beta', () => {
    expect(unlike(run({ latentSize: 10, hiddenSizes: [5] }), plain)).toEqual([]);
    expect(unlike(ofRun({ model, train: { ...train, beta: 4 } }), plain)).toEqual([]);
  });

  it('are refused in words, each against the first', () => {
    const named = [
      { name: 'Run 1', quantity: plain },
      { name: 'Run 2', quantity: plain },
      { name: 'Run 3', quantity: run({ dataView: 'binarised', conditional: true }) },
    ];
    expect(refusals(named)).toEqual([
      'Run 3 does not compare with Run 1: binarised against greyscale; given the class against without the class.',
    ]);
    expect(refusals([])).toEqual([]);
  });
});

it('sets a run beside a shipped model only where their figures compare', () => {
  const shipped = {
    file: 'mnist-2d.safetensors',
    bytes: 1,
    sha256: '',
    config: { ...model, dataView: 'binarised' as const },
    noise: 0,
    nll: 130.87,
    elbo: -133.51,
    recipe: {},
  };
  expect(besideShippedWords(DEFAULT_RUN, shipped)).toBe(
    'Not to be compared with the shipped 2-D and its NLL of 130.9: greyscale against binarised.',
  );
  const like = { model: { ...model, dataView: 'binarised' as const }, train };
  expect(besideShippedWords(like, shipped)).toBe(
    'To compare with: the shipped 2-D, test ELBO −133.5, which is an NLL of 130.9.',
  );
  expect(besideShippedWords(like, undefined)).toBe('');
});
