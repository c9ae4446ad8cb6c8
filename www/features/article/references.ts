// What stands beside a run in the plane of the two terms: only models of the same pixels, under the same likelihood.

import type { KeptRun } from '../../app/run/kept';
import type { ModelConfig, Terms } from '../../engine/protocol';
import { tickWords } from '../../ui/charts/ticks';

export interface Reference extends Pick<Terms, 'kl' | 'reconstruction'> {
  name: string;
}

type Subject = Pick<ModelConfig, 'dataView' | 'likelihood' | 'conditional'>;

/** Shipped models on all test digits, as their reports in assets/ say. */
export const SHIPPED = [
  { name: '2-D', file: 'mnist-2d', kl: 7.34, reconstruction: 126.17 },
  { name: '10-D', file: 'mnist-10d', kl: 19.99, reconstruction: 75.49 },
  { name: '20-D', file: 'mnist-20d', kl: 25.74, reconstruction: 65.97 },
] as const;
const SHIPPED_AS: Subject = { dataView: 'binarised', likelihood: { kind: 'bernoulli' }, conditional: false };

const subjectOf = ({ dataView, likelihood, conditional }: Subject) =>
  JSON.stringify([dataView, likelihood, conditional]);

/** Without a run, the last kept one says which pixels. */
export function referencesOf(model: Subject | undefined, kept: readonly KeptRun[]): Reference[] {
  const subject = subjectOf(model ?? kept.at(-1)?.config.model ?? SHIPPED_AS);
  const runs = kept.filter(
    ({ config }) => subjectOf(config.model) === subject && !config.model.deterministic,
  );
  return [
    ...(subject === subjectOf(SHIPPED_AS) ? SHIPPED : []),
    ...runs.flatMap(({ config, test }) =>
      test ? [{ ...test.terms, name: `β = ${tickWords(config.train.beta)}` }] : [],
    ),
  ];
}
