// What stands beside a run in the plane of the two terms: only models of the same pixels, under the same likelihood.

import { ofModel, ofRun, type Quantity, unlike } from '../../app/model/unlike';
import type { KeptRun } from '../../app/run/kept';
import { valuesWords } from '../../app/run/words';
import { valuesOf } from '../../app/settings/course';
import { SITE_DATA } from '../../engine/data/spec';
import type { Terms } from '../../engine/protocol';

export interface Reference extends Pick<Terms, 'kl' | 'reconstruction'> {
  name: string;
}

/** Shipped models on all test digits, as their reports in assets/ say. */
export const SHIPPED = [
  { name: '2-D', file: 'mnist-2d', kl: 7.34, reconstruction: 126.17 },
  { name: '10-D', file: 'mnist-10d', kl: 19.99, reconstruction: 75.49 },
  { name: '20-D', file: 'mnist-20d', kl: 25.74, reconstruction: 65.97 },
] as const;
const SHIPPED_AS = ofModel(
  {
    data: SITE_DATA,
    dataView: 'binarised',
    likelihood: { kind: 'bernoulli' },
    conditional: false,
    deterministic: false,
  },
  'elbo',
);

/** Without a run, the last kept one says which pixels. */
export function referencesOf(
  run: Pick<KeptRun, 'config' | 'dataSet'> | undefined,
  kept: readonly KeptRun[],
): Reference[] {
  const given = run ?? kept.at(-1);
  const subject = given ? ofRun(given.config, given.dataSet) : SHIPPED_AS;
  const compares = (other: Quantity) => unlike(other, subject).length === 0;
  const runs = kept.filter(
    ({ config, dataSet }) => compares(ofRun(config, dataSet)) && !config.model.deterministic,
  );
  return [
    ...(compares(SHIPPED_AS) ? SHIPPED : []),
    ...runs.flatMap((kept) =>
      kept.test ? [{ ...kept.test.terms, name: `β = ${valuesWords('beta', valuesOf(kept, 'beta'))}` }] : [],
    ),
  ];
}
