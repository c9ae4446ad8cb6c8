import { signal } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import { SITE_DATA } from '../../engine/data/spec';
import type { DataSet, DataSpec, RunConfig } from '../../engine/protocol';
import { knowData } from '../../ui/data-names';
import { DEFAULT_RUN } from '../settings/schema';
import type { ShippedModel } from './state';
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

it('are of other data where that has other contents, by whatever name', () => {
  const data = { ...SITE_DATA, classes: ['cat', 'dog'] };
  const mine = (key: string, name: string): DataSet => {
    const files = { images: new Blob(), labels: new Blob() };
    const source = { at: 'here' as const, splits: { train: files, t10k: files } };
    return { key, name, data, train: 9, test: 1, source };
  };
  const [first, second, third] = ['1111111111111111', '2222222222222222', '3333333333333333'];
  knowData([mine(first, 'pets'), mine(second, 'pets'), mine(third, 'strays')]);
  const of = (dataSet: string) => ofRun({ model: { ...model, data }, train }, dataSet);
  expect(unlikeWords(of(first), of(first))).toBe('');
  expect(unlikeWords(of(first), of(second))).toBe('pets (111111) against pets (222222)');
  expect(unlikeWords(of(third), of(second))).toBe('strays against pets');
  knowData([]);
});

it('are of the same data where a list leaves out what texts are made of', () => {
  const listed: DataSpec = { ...SITE_DATA, kind: 'text', classes: ['?'] };
  const trained = { ...listed, items: ['a', 'b'] };
  expect(unlike(run({ data: trained }), run({ data: listed }))).toEqual([]);
  const bags: DataSpec = { ...SITE_DATA, kind: 'items', terms: 'words' };
  expect(unlike(run({ data: { ...bags, items: ['tea'] } }), run({ data: bags }))).toEqual([]);
});

describe('a run beside a shipped model', () => {
  const binarised = { ...model, dataView: 'binarised' as const };
  const shipped = (latentSize: number, elbo: number): ShippedModel => ({
    ...{ file: `mnist-${latentSize}d.safetensors`, bytes: 1, sha256: '', noise: 0, recipe: {} },
    ...{ config: { ...binarised, latentSize }, images: 10_000, nll: 130.87, elbo },
  });
  /** The first one is chosen. */
  const models = (...list: ShippedModel[]) => ({
    list: signal(list),
    shipped: signal(list[0]?.file ?? ''),
  });
  const two = models(shipped(2, -133.51), shipped(10, -95.2));

  it('stands where their figures compare, the one that is most like it, whichever is chosen', () => {
    expect(besideShippedWords({ model: binarised, train }, undefined, two)).toBe(
      'To compare with: the shipped 2-D, test ELBO −133.5, which is an NLL of 130.9.',
    );
    const wide = { model: { ...binarised, latentSize: 12 }, train };
    expect(besideShippedWords(wide, undefined, two)).toContain('the shipped 10-D, test ELBO −95.2');
    expect(besideShippedWords({ model: binarised, train }, undefined, models())).toBe('');
  });

  it('is refused where none compares, nor data of the same kind but other contents', () => {
    expect(besideShippedWords(DEFAULT_RUN, undefined, two)).toBe(
      'Not to be compared with the shipped 2-D and its NLL of 130.9: greyscale against binarised.',
    );
    expect(besideShippedWords({ model: binarised, train }, '1111111111111111', two)).toContain('Not to be');
  });
});
