// What an evaluation found, as lines of text.

import type { Evaluation } from '../protocol';
import type { Subject } from '../state/evaluating';
import { dataWords, densityWords } from './config-words';
import { count, decimal, latentName, nats } from './words';

export interface Line {
  /** The term's colour, where it has one. */
  term: 'nll' | 'elbo' | 'reconstruction' | 'kl' | 'units';
  name: string;
  value: string;
}

/** An autoencoder has no posterior: no KL, no bound, no likelihood of an image. */
export const isAutoencoder = ({ negativeLogLikelihood }: Evaluation) => negativeLogLikelihood === undefined;

export function linesOf(report: Evaluation): Line[] {
  const { terms, negativeLogLikelihood, activeUnits, dimensions, samples } = report;
  const reconstruction: Line = {
    term: 'reconstruction',
    name: 'Reconstruction term',
    value: nats(terms.reconstruction),
  };
  const units: Line = {
    term: 'units',
    name: 'Active units',
    value: `${activeUnits} of ${dimensions.length}`,
  };
  if (negativeLogLikelihood === undefined) return [reconstruction, units];
  return [
    {
      term: 'nll',
      name: `NLL, ${samples} importance ${plural(samples, 'sample')}`,
      value: nats(negativeLogLikelihood),
    },
    { term: 'elbo', name: 'ELBO', value: nats(terms.elbo) },
    reconstruction,
    { term: 'kl', name: 'KL term', value: nats(terms.kl) },
    units,
  ];
}

export function scopeWords(report: Evaluation): string {
  const digits = `first ${count(report.digits)} test ${plural(report.digits, 'digit')}`;
  return `Nats an image, ${digits}, ${dataWords(report)}.${densityWords(report)}`;
}

export function subjectWords({ run, step, best, file }: Subject, nameOf: (file: string) => string): string {
  if (run === 0) return `Shipped model “${nameOf(file)}”`;
  return best ? `Your best model of ${count(step)} steps` : `Your model at step ${count(step)}`;
}

/** All of it, to be copied. */
export function reportText(title: string, report: Evaluation): string {
  const lines = linesOf(report).map(({ name, value }) => `${name}: ${value}`);
  const dimensions = report.dimensions.map(
    ({ kl, mean, standardDeviation }, dimension) =>
      `${latentName(dimension)}: ${isAutoencoder(report) ? '' : `KL ${decimal(kl, 3)}, `}` +
      `mean ${decimal(mean, 2)}, standard deviation ${decimal(standardDeviation, 2)}`,
  );
  return [title, scopeWords(report), ...lines, ...dimensions].join('\n');
}

const plural = (number: number, word: string) => (number === 1 ? word : `${word}s`);
