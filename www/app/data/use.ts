// Another data set in place of the one before: the run that goes on was on that one, and ends.

import { batch } from '@preact/signals-core';
import type { DataSet } from '../../engine/protocol';
import type { Page } from '../page';
import { SITE_KEY } from './state';

type Using = Pick<Page, 'state' | 'explorer' | 'training'>;

export async function useData({ state, explorer, training }: Using, set: DataSet) {
  const { data, settings, input, latent } = state;
  await training.discard();
  await explorer.ask((it) => it.data.use({ data: set.data, source: set.source }));
  const { batchSize = '' } = settings.form.peek();
  batch(() => {
    if (!data.sets.peek().some(({ key }) => key === set.key)) data.sets.value = [...data.sets.peek(), set];
    data.used.value = set;
    data.testSamples.value = set.test;
    settings.form.value = { ...settings.form.peek(), batchSize: fittingBatch(batchSize, set.train) };
    // A sample is of the data set before; what a person drew stays.
    if (input.shown.peek().kind !== 'sample') return;
    latent.linked.value = false;
    input.shown.value = { kind: 'empty' };
    input.encoding.value = undefined;
  });
}

/** As it is typed, unless there are not as many images: then the largest power of two that there are. */
export function fittingBatch(typed: string, images: number): string {
  return Number(typed) <= images ? typed : String(2 ** Math.floor(Math.log2(images)));
}

/** Whose data a model of the site is of. */
export const dataOfModel = ({ dataSet = SITE_KEY }: { dataSet?: string }) => dataSet;
