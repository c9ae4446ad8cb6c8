// What an evaluation found, as lines of text.

import { samplesOf } from '../../app/data/samples';
import type { Subject } from '../../app/model/subject';
import { type Models, ofModel, ofShipped, shippedLike, unlikeWords } from '../../app/model/unlike';
import { modelName } from '../../app/model/words';
import { dataOf } from '../../engine/data/spec';
import type { Evaluation } from '../../engine/protocol';
import { dataWords, hasLower, termsWords } from '../../ui/config-words';
import { text, textOf } from '../../ui/text';
import { count, decimal, labelled, latentName, nats } from '../../ui/words';

export interface Evaluated {
  subject: Subject;
  report: Evaluation;
}

export interface Line {
  /** The term's colour, where it has one. */
  term: 'nll' | 'elbo' | 'reconstruction' | 'kl' | 'units' | 'perplexity';
  name: string;
  value: string;
}

/** An autoencoder has no posterior: no KL, no bound, no likelihood of an image. */
export const isAutoencoder = ({ negativeLogLikelihood }: Evaluation) => negativeLogLikelihood === undefined;

export function linesOf(report: Evaluation): Line[] {
  const { terms, negativeLogLikelihood, activeUnits, dimensions, samples } = report;
  const { evaluation, terms: names } = text.value;
  const reconstruction: Line = {
    term: 'reconstruction',
    name: names.reconstruction,
    value: nats(terms.reconstruction),
  };
  const units: Line = {
    term: 'units',
    name: evaluation.units,
    value: evaluation[hasLower(report) ? 'unitsOfUpper' : 'unitsOf'](activeUnits, dimensions.length),
  };
  if (negativeLogLikelihood === undefined) return [reconstruction, units];
  return [
    { term: 'nll', name: evaluation.nll(samples), value: nats(negativeLogLikelihood) },
    { term: 'elbo', name: names.elbo, value: nats(terms.elbo) },
    reconstruction,
    { term: 'kl', name: names.kl, value: nats(terms.kl) },
    units,
    ...perplexities(report),
  ];
}

/** Of texts: the model's, and beside them that of how often each word is in the training texts. */
function perplexities({ perplexity, samples }: Evaluation): Line[] {
  if (!perplexity) return [];
  const { evaluation } = text.value;
  const { bound, importance, unigram } = perplexity;
  const line = (name: string, value: number): Line => ({
    term: 'perplexity',
    name,
    value: decimal(value, 1),
  });
  return [
    line(evaluation.perplexityByElbo, bound),
    ...(importance === undefined ? [] : [line(evaluation.perplexityBySamples(samples), importance)]),
    ...(unigram === undefined ? [] : [line(evaluation.perplexityOfUnigram, unigram)]),
  ];
}

/** In the words of the data that was evaluated, whatever is shown by now. */
const wordsOf = ({ model, dataSet }: Subject) =>
  textOf(samplesOf({ data: dataOf(model), key: dataSet })).evaluation;

export function scopeWords({ subject, report }: Evaluated): string {
  const config = { ...report, ...(subject.model.data && { data: subject.model.data }) };
  const data = dataWords(config);
  return wordsOf(subject).scope(report.images, count(report.images), data) + termsWords(config);
}

/** What a run's figures are set beside: a shipped model's, over all digits; or why they are not. */
export function besideWords({ subject, report }: Evaluated, models: Models): string {
  const quantity = ofModel(subject.model, 'nll', subject.dataSet);
  const shipped = shippedLike(quantity, subject.model.latentSize, models);
  if (!shipped || subject.run === 0) return '';
  const words = wordsOf(subject);
  const why = unlikeWords(quantity, ofShipped(shipped, 'nll'));
  const [name, nll] = [modelName(shipped), nats(shipped.nll)];
  if (why) return text.value.unlike.unlikeShipped(name, nll, why);
  const fewer = report.images < shipped.images ? words.fewer(count(report.images)) : '';
  return words.beside(name, nll, count(shipped.images)) + fewer;
}

/** All of it, to be copied. */
export function reportText(title: string, evaluated: Evaluated): string {
  const { report } = evaluated;
  const lines = linesOf(report).map(({ name, value }) => labelled(name, value));
  const dimensions = report.dimensions.map(({ kl, mean, standardDeviation }, dimension) =>
    text.value.evaluation.dimension(
      latentName(dimension),
      isAutoencoder(report) || kl === undefined ? undefined : decimal(kl, 3),
      decimal(mean, 2),
      decimal(standardDeviation, 2),
    ),
  );
  return [title, scopeWords(evaluated), ...lines, ...dimensions].join('\n');
}
