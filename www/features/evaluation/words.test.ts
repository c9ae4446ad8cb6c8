import { signal } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import { subjectWords } from '../../app/model/subject';
import { DEFAULT_RUN } from '../../app/settings/schema';
import { SITE_DATA } from '../../engine/data/spec';
import type { Evaluation } from '../../engine/protocol';
import { speakOf } from '../../ui/text';
import { besideWords, linesOf, reportText, scopeWords } from './words';

const { model } = DEFAULT_RUN;
const dimension = { kl: 3, varianceOfMean: 0.9, mean: -0.1, standardDeviation: 1.02, histogram: [0.5, 0.5] };
const report: Evaluation = {
  images: 1000,
  dataView: 'binarised',
  likelihood: { kind: 'bernoulli' },
  samples: 50,
  terms: { reconstruction: 130, kl: 7, elbo: -137 },
  negativeLogLikelihood: 135.21,
  activeUnits: 1,
  dimensions: [dimension, { ...dimension, kl: 0.001 }],
};

const name = { number: 1, given: '' };
const subject = { run: 1, name, step: 9, best: false, file: '', model, dataSet: 'mnist' };

describe('an evaluation in words', () => {
  it('has every figure, with what it is of', () => {
    expect(linesOf(report).map(({ name, value }) => `${name} ${value}`)).toEqual([
      'NLL, 50 importance samples 135.2',
      'ELBO −137.0',
      'Reconstruction term 130.0',
      'KL term 7.0',
      'Active units 1 of 2',
    ]);
    expect(scopeWords({ subject, report })).toBe(
      'Nats an image, first 1,000 test digits, binarised MNIST, Bernoulli.',
    );
  });

  it('speaks of what was evaluated, whatever is shown by now', async () => {
    const likes = { ...model, data: { ...SITE_DATA, kind: 'items' as const } };
    const people = { ...subject, model: likes, dataSet: 'films' };
    await speakOf('people');
    expect(scopeWords({ subject, report })).toMatch(/^Nats an image, first 1,000 test digits, /);
    await speakOf('digits');
    expect(scopeWords({ subject: people, report })).toMatch(/^Nats a person, first 1,000 test people, /);
  });

  it('has the perplexity of texts beside that of no model', () => {
    const perplexity = { words: 34, bound: 857.24, importance: 790.1, unigram: 1016.8 };
    const lines = linesOf({ ...report, perplexity }).slice(-3);
    expect(lines.map(({ name, value }) => `${name} ${value}`)).toEqual([
      'Perplexity a word, by the ELBO 857.2',
      'Perplexity a word, by 50 importance samples 790.1',
      'Perplexity a word of how often each word is, without a model 1016.8',
    ]);
  });

  it('claims no bound of an autoencoder', () => {
    const { negativeLogLikelihood: _, ...rest } = report;
    const names = linesOf({ ...rest, negativeLogLikelihood: undefined }).map(({ name }) => name);
    expect(names).toEqual(['Reconstruction term', 'Active units']);
  });

  it('says of a Gaussian that its figures are of a density', () => {
    expect(scopeWords({ subject, report: { ...report, likelihood: { kind: 'gaussianPixel' } } })).toContain(
      'Of a density',
    );
  });

  it('names the model and its step', () => {
    const nameOf = () => '10-D';
    const name = { number: 2, given: '' };
    const run = { run: 2, name, step: 1200, best: false, file: '', model };
    expect(subjectWords({ ...run, run: 0, name: undefined, file: 'x' }, nameOf)).toBe('Shipped model “10-D”');
    expect(subjectWords(run, nameOf)).toBe('Run 2 at step 1,200');
    const named = { ...run, best: true, name: { number: 2, given: 'wide' } };
    expect(subjectWords(named, nameOf)).toBe('The best model of wide, of 1,200 steps');
  });

  it('can be copied as text, each dimension on a line', () => {
    const text = reportText('Shipped model “2-D”', { subject, report });
    expect(text.split('\n')).toHaveLength(9);
    expect(text).toContain('z₂: KL 0.001, mean −0.10, standard deviation 1.02');
  });
});

it('sets a run’s model beside a shipped one that was evaluated on all digits, or says why not', () => {
  const shipped = {
    ...{ file: 'mnist-2d.safetensors', bytes: 1, sha256: '', config: model, noise: 0 },
    ...{ images: 10_000, nll: 130.87, elbo: -133.5, recipe: {} },
  };
  const models = { list: signal([shipped]), shipped: signal(shipped.file) };
  expect(besideWords({ subject, report }, models)).toBe(
    'The shipped 2-D: NLL 130.9, all 10,000 test digits, 500 samples. These figures are of 1,000 digits, which may be easier or harder than all.',
  );
  const few = { ...models, list: signal([{ ...shipped, images: 2000 }]) };
  expect(besideWords({ subject, report }, few)).toContain('all 2,000 test digits');
  const other = { ...subject, model: { ...model, dataView: 'thresholded' as const } };
  expect(besideWords({ subject: other, report }, models)).toContain('thresholded against greyscale');
  expect(besideWords({ subject: { ...subject, run: 0 }, report }, models)).toBe('');
});
