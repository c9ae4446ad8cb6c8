// Whether two figures are of the same quantity: the one judge of it, wherever figures stand beside each other.

import { dataOf } from '../../engine/data/spec';
import type { ModelConfig, RunConfig } from '../../engine/protocol';
import { likelihoodWords } from '../../ui/config-words';
import { nameOfData } from '../../ui/data-names';
import { text } from '../../ui/text';
import { nats } from '../../ui/words';
import type { ShippedModel } from './state';
import { modelName } from './words';

/** What a figure is of. */
export interface Quantity {
  model: Pick<ModelConfig, 'data' | 'dataView' | 'likelihood' | 'conditional' | 'deterministic'>;
  /** Of the inputs that it was measured on. */
  corruption: RunConfig['train']['corruption'];
  measure: 'elbo' | 'nll';
}

const CLEAN = { kind: 'none' } as const;

/** A run is tested on inputs like those it trains on. */
export const ofRun = ({ model, train: { corruption } }: RunConfig): Quantity => ({
  model,
  corruption,
  measure: 'elbo',
});

/** Whatever it was trained on, a whole model is evaluated on clean inputs. */
export const ofModel = (model: Quantity['model'], measure: Quantity['measure']): Quantity => ({
  model,
  corruption: CLEAN,
  measure,
});

export const ofShipped = ({ config }: Pick<ShippedModel, 'config'>, measure: Quantity['measure']) =>
  ofModel(config, measure);

/** What sets two quantities apart, as pairs of words; none where their figures compare. */
export function unlike(one: Quantity, other: Quantity): [string, string][] {
  const others = aspects(other);
  return aspects(one)
    .map((words, index): [string, string] => [words, others[index] ?? ''])
    .filter(([mine, theirs]) => mine !== theirs);
}

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

/** A run beside a shipped model: the figure to compare with, or why there is none. */
export function besideShippedWords(run: RunConfig, shipped: ShippedModel | undefined): string {
  if (!shipped) return '';
  const { likeShipped, unlikeShipped } = text.value.unlike;
  const [name, why] = [modelName(shipped), unlikeWords(ofRun(run), ofShipped(shipped, 'elbo'))];
  return why
    ? unlikeShipped(name, nats(shipped.nll), why)
    : likeShipped(name, nats(shipped.elbo), nats(shipped.nll));
}

/** Each in words that are others where the quantity is another. */
function aspects({ model, corruption, measure }: Quantity): string[] {
  const words = text.value.unlike;
  const input =
    corruption.kind === 'noise'
      ? words.noise(corruption.sigma)
      : corruption.kind === 'mask'
        ? words.mask(corruption.share)
        : words.clean;
  return [
    nameOfData(dataOf(model)),
    text.value.config.views[model.dataView],
    likelihoodWords(model),
    model.conditional ? words.told : words.untold,
    input,
    model.deterministic ? words.reconstruction : words[measure],
  ];
}
