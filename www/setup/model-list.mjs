// assets/models.json: what the page lists of each shipped model, made of its evaluation and its recipe.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { dataSetOf, formOf, recipes } from './recipes.mjs';

const folder = join(root, 'assets');
const list = join(folder, 'models.json');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** A model's entry: a hundredth of a nat is all that is shown. */
export function entryOf(name) {
  const { model, evaluation } = read(join(folder, `${name}.json`));
  const [file, set, recipe] = [`${name}.safetensors`, dataSetOf(name), formOf(recipes[name])];
  return {
    file,
    ...(set !== 'mnist' && { dataSet: set }),
    bytes: statSync(join(folder, file)).size,
    config: listedOf(model),
    noise: recipe.corruption === 'noise' ? Number(recipe.noise) : 0,
    images: evaluation.images,
    nll: hundredths(evaluation.negativeLogLikelihood),
    elbo: hundredths(evaluation.terms.elbo),
    recipe,
  };
}

const hundredths = (nats) => Number(nats.toFixed(2));

/** What items are called, words and characters are in the model's file alone: the list is of the first screen. */
export function listedOf({ data, ...config }) {
  const { items, ...rest } = data ?? {};
  return { ...config, ...(data && { data: rest }) };
}

/** Puts the model's entry in the place of the one before; models are listed as their recipes are. */
export function listModel(name) {
  const file = `${name}.safetensors`;
  const entries = [...read(list).filter((entry) => entry.file !== file), entryOf(name)];
  const order = Object.keys(recipes).map((each) => `${each}.safetensors`);
  entries.sort((one, other) => order.indexOf(one.file) - order.indexOf(other.file));
  writeFileSync(list, `${JSON.stringify(entries, null, 2)}\n`);
}
