// Another data set in place of the one before: the run that goes on was on that one, and ends.

import { batch, computed } from '@preact/signals-core';
import { hasItems, isImage, isSameData, SITE_KEY } from '../../engine/data/spec';
import { Failed } from '../../engine/failure/failure';
import { fetchManifest } from '../../engine/manifest';
import type { DataSet, DataSpec, Form } from '../../engine/protocol';
import { given } from '../async/given';
import { isSame } from '../async/same';
import type { Page } from '../page';
import { formOf } from '../settings/form';
import type { State } from '../store';
import { dataOfModel } from './state';
import { formFor, formOn } from './suiting';

/** Of a person's own: the beginning of its sum, which says nothing to a person. */
const OWN_KEY = /^[0-9a-f]{16}$/;

type Using = Pick<Page, 'state' | 'explorer' | 'training' | 'send' | 'base'>;

export async function useData({ state, explorer, training, send, base }: Using, listed: DataSet) {
  const { data, settings, input, latent, page } = state;
  const set = await whole(listed, base);
  await training.discard();
  await explorer.ask((it) => it.data.use({ data: set.data, source: set.source }));
  const fitting = (form: Form): Form => ({
    ...form,
    batchSize: fittingBatch(form.batchSize ?? '', set.train),
  });
  const form = fitting(formOn(settings.form.peek(), proposedIn(state), set));
  batch(() => {
    const sets = data.sets.peek();
    const isListed = sets.some(({ key }) => key === set.key);
    data.sets.value = isListed ? sets.map((it) => (it.key === set.key ? set : it)) : [...sets, set];
    data.used.value = set;
    data.testSamples.value = set.test;
    settings.form.value = form;
    settings.proposed.value = fitting(formFor(set));
    // A sample, a row, a text or what the page drew is of the data set before; what a person drew stays.
    const isSketch = input.sketch.peek().length > 0;
    if (isSketch || ['sample', 'items', 'text'].includes(input.shown.peek().kind)) send({ do: 'clear' });
    input.sketch.value = [];
    // Nor is a point of one latent space one of another; what was wrong was wrong with what is left now.
    if (!latent.linked.peek()) latent.z.value = latent.opened.peek();
    page.problem.value = undefined;
  });
}

/** After a reload nobody has typed the whole recipe of a model either. */
function proposedIn({ settings, model, data }: State): Form {
  const key = data.used.peek()?.key;
  const recipes = model.list.peek().filter((listed) => dataOfModel(listed) === key);
  return (
    recipes.map(({ recipe }) => formOf(recipe)).find((recipe) => isSame(recipe, settings.form.peek())) ??
    settings.proposed.peek()
  );
}

/** With what its items are called, which the site's list leaves to the set itself. */
async function whole(set: DataSet, base: string): Promise<DataSet> {
  if (isImage(set.data) || set.data.items?.length || set.source.at !== 'site') return set;
  const { data = set.data } = await fetchManifest(new URL(set.source.folder, base));
  return { ...set, data };
}

/**
 * Of the data that a model's file is of, the key, that in use before others like it. Of images and of texts much can be looked at
 * without their data; rows of items say nothing without it.
 * @throws {Failed} for items that are not here.
 */
export async function keyOfData(
  { state: { data }, base }: Pick<Using, 'state' | 'base'>,
  spec: DataSpec,
): Promise<string | undefined> {
  await given(computed(() => data.complete.value || undefined));
  const used = data.used.peek();
  if (used && isSameData(used.data, spec)) return used.key;
  const alike = data.sets.peek().filter(({ data }) => data.kind === spec.kind && data.width === spec.width);
  const known = await Promise.all(alike.map((set) => whole(set, base)));
  const found = known.find(({ data }) => isSameData(data, spec));
  if (!found && hasItems(spec)) throw new Failed({ kind: 'noData' });
  return (found ?? used)?.key;
}

/** As it is typed, unless there are not as many images: then the largest power of two that there are. */
export function fittingBatch(typed: string, images: number): string {
  return Number(typed) <= images ? typed : String(2 ** Math.floor(Math.log2(images)));
}

/**
 * The one that a model was trained on: what is told of it is of that one.
 * @throws {Failed} where it is not here.
 */
export async function useDataOf(page: Using, { dataSet = SITE_KEY }: { dataSet?: string | undefined }) {
  const { used, sets, complete } = page.state.data;
  if (dataSet === (used.peek()?.key ?? SITE_KEY)) return;
  const find = () => sets.value.find(({ key }) => key === dataSet);
  const set = await given(computed(() => find() ?? (complete.value ? 'none' : undefined)));
  if (set === 'none') throw new Failed({ kind: 'noData', name: OWN_KEY.test(dataSet) ? undefined : dataSet });
  await useData(page, set);
}
