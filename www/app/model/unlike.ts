// Whether two figures are of the same quantity: the one judge of it, wherever figures stand beside each other.

import { dataOf, hasTexts, hasWords, SITE_KEY, specText } from '../../engine/data/spec';
import type { DataSpec, ModelConfig, RunConfig } from '../../engine/protocol';
import { hasLower, likelihoodWords, viewWords } from '../../ui/config-words';
import { nameOfData } from '../../ui/data-names';
import { text } from '../../ui/text';
import { nats } from '../../ui/words';
import type { ReadonlyState } from '../store';
import type { ShippedModel } from './state';
import { modelName, shippedOf } from './words';

/** What a figure is of. */
export interface Quantity {
  model: Pick<
    ModelConfig,
    'data' | 'dataView' | 'likelihood' | 'conditional' | 'deterministic' | 'lowerSize'
  >;
  /** The key of the data set: two of a person's own may have the same size, classes and name. */
  dataSet: string;
  /** Of the inputs that it was measured on. */
  corruption: RunConfig['train']['corruption'];
  measure: 'elbo' | 'nll';
}

/** The shipped models, and which of them was chosen. */
export type Models = Pick<ReadonlyState['model'], 'list' | 'shipped'>;

/** Of the key of a person's own data. */
const SUM_DIGITS = 6;

const CLEAN = { kind: 'none' } as const;

/** A run is tested on inputs like those it trains on. */
export const ofRun = ({ model, train: { corruption } }: RunConfig, dataSet = SITE_KEY): Quantity => ({
  model,
  dataSet,
  corruption,
  measure: 'elbo',
});

/** Whatever it was trained on, a whole model is evaluated on clean inputs. */
export const ofModel = (
  model: Quantity['model'],
  measure: Quantity['measure'],
  dataSet = SITE_KEY,
): Quantity => ({ model, dataSet, corruption: CLEAN, measure });

export const ofShipped = (shipped: Pick<ShippedModel, 'config' | 'dataSet'>, measure: Quantity['measure']) =>
  ofModel(shipped.config, measure, shipped.dataSet);

/** What sets two quantities apart, as pairs of words; none where their figures compare. */
export function unlike(one: Quantity, other: Quantity): [string, string][] {
  const others = aspects(other);
  return aspects(one).flatMap((mine, index): [string, string][] => {
    const theirs = others[index];
    return !theirs || mine.is === theirs.is ? [] : [toldApart(mine, theirs)];
  });
}

/** Data sets of one name are told apart by the beginnings of their sums. */
const toldApart = (one: Aspect, other: Aspect): [string, string] =>
  one.words === other.words
    ? [`${one.words} (${one.is.slice(0, SUM_DIGITS)})`, `${other.words} (${other.is.slice(0, SUM_DIGITS)})`]
    : [one.words, other.words];

/** The same in a sentence's part; empty where their figures compare. */
export function unlikeWords(one: Quantity, other: Quantity): string {
  const { against, and } = text.value.unlike;
  return unlike(one, other)
    .map(([mine, theirs]) => against(mine, theirs))
    .join(and);
}

/** For those that do not compare with the first of them, why. */
export function refusals(named: readonly { name: string; quantity: Quantity }[]): string[] {
  const [first, ...others] = named;
  if (!first) return [];
  return others.flatMap(({ name, quantity }) => {
    const why = unlikeWords(quantity, first.quantity);
    return why ? [text.value.unlike.refused(name, first.name, why)] : [];
  });
}

/** A run beside the shipped model that is most like it: the figure to compare with, or why there is none. */
export function besideShippedWords(run: RunConfig, dataSet: string | undefined, models: Models): string {
  const shipped = shippedLike(ofRun(run, dataSet), run.model.latentSize, models);
  if (!shipped) return '';
  const { likeShipped, unlikeShipped } = text.value.unlike;
  const [name, why] = [modelName(shipped), unlikeWords(ofRun(run, dataSet), ofShipped(shipped, 'elbo'))];
  return why
    ? unlikeShipped(name, nats(shipped.nll), why)
    : likeShipped(name, nats(shipped.elbo), nats(shipped.nll));
}

/** Of those whose figures compare the one of the nearest latent size, with as many layers of latents; where none does, the one that was chosen. */
export function shippedLike(
  quantity: Quantity,
  latentSize: number,
  models: Models,
): ShippedModel | undefined {
  const like = models.list.value.filter(
    (shipped) => unlike(quantity, ofShipped(shipped, quantity.measure)).length === 0,
  );
  const differs = ({ config }: ShippedModel) => hasLower(config) !== hasLower(quantity.model);
  const apart = (it: ShippedModel) => Math.abs(it.config.latentSize - latentSize) + (differs(it) ? 0.5 : 0);
  return like.toSorted((one, other) => apart(one) - apart(other))[0] ?? shippedOf(models);
}

interface Aspect {
  /** Another one where the quantity is another. */
  is: string;
  words: string;
}

function aspects({ model, dataSet, corruption, measure }: Quantity): Aspect[] {
  const words = text.value.unlike;
  const input =
    corruption.kind === 'noise'
      ? words.noise(corruption.sigma)
      : corruption.kind === 'mask'
        ? words.mask(corruption.share)
        : words.clean;
  const data = dataOf(model);
  const told = [
    viewWords(model),
    likelihoodWords(model),
    model.conditional ? words.told : words.untold,
    input,
    model.deterministic ? words.reconstruction : words[measure],
  ];
  return [
    { is: dataSet + listed(data), words: nameOfData(data, dataSet) },
    ...told.map((words) => ({ is: words, words })),
  ];
}

/** As models are listed: without the words or the characters of texts. */
function listed(data: DataSpec) {
  const { items, ...rest } = data;
  return specText(hasWords(data) || hasTexts(data) ? rest : data);
}
