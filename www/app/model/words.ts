// The shipped models in words.

import type { ModelConfig } from '../../engine/protocol';
import { dataWords, hasLower, kindWords, layersOf } from '../../ui/config-words';
import { text } from '../../ui/text';
import { nats } from '../../ui/words';
import type { ReadonlyState } from '../store';
import { type ShippedModel, UNTRAINED } from './state';

export function modelName({ config, noise }: Pick<ShippedModel, 'config' | 'noise'>): string {
  const { latentSize, conditional, hiddenSizes, channels, likelihood } = config;
  return text.value.models.name(latentSize, [
    ...(conditional ? (['conditional'] as const) : []),
    ...(noise > 0 ? (['denoising'] as const) : []),
    // Beside models of as many dimensions and fewer layers.
    ...(hiddenSizes.length > 3 ? (['deep'] as const) : []),
    ...(hasLower(config) ? (['ladder'] as const) : []),
    // Of texts, with more hidden units where the next character is told than in its encoder.
    ...(likelihood.kind === 'characters' && likelihood.units ? (['big'] as const) : []),
    ...(channels.length > 0 ? (['convolutional'] as const) : []),
  ]);
}

/** The one that is shown, or that a reset brings back. */
export const shippedOf = ({ list, shipped }: Pick<ReadonlyState['model'], 'list' | 'shipped'>) =>
  list.value.find(({ file }) => file === shipped.value);

export function nameOf(models: readonly ShippedModel[], file: string): string {
  if (file === UNTRAINED) return text.value.models.untrained;
  const model = models.find((candidate) => candidate.file === file);
  return model ? modelName(model) : (file.split('/').at(-1) ?? file);
}

/** What it is, and on which view of the data. */
export const shapeWords = (config: ModelConfig, dataSet?: string): string =>
  text.value.models.shape(shapeOf(config), dataWords(config, dataSet));

const shapeOf = (config: ModelConfig) => [
  `${kindWords(config)} ${layersOf(config).join('–')}`,
  ...(config.conditional ? [text.value.models.conditional] : []),
];

/** The same, and how good. */
export function modelWords({ config, dataSet, noise, nll }: ShippedModel): string {
  const words = text.value.models;
  const what = shapeOf(config);
  if (noise > 0) what.push(words.denoising(noise));
  return words.words(what, dataWords(config, dataSet), nats(nll));
}
