// What a model is, in the field's words.

import { dataOf, hasItems, hasTexts, hasWords, sizeOf } from '../engine/data/spec';
import type { ModelConfig } from '../engine/protocol';
import { nameOfData } from './data-names';
import { isColour } from './pixels';
import { text } from './text';
import { longestOf } from './written';

export function likelihoodWords({ likelihood }: Pick<ModelConfig, 'likelihood'>): string {
  const { gaussianFixed, likelihoods } = text.value.config;
  return likelihood.kind === 'gaussianFixed' ? gaussianFixed(likelihood.sigma) : likelihoods[likelihood.kind];
}

/** How the pixels are looked at; of people what is counted. */
export function viewWords(config: Pick<ModelConfig, 'data' | 'dataView'>): string {
  const { views, inColour, likes, texts, words } = text.value.config;
  if (hasTexts(dataOf(config))) return texts;
  if (hasWords(dataOf(config))) return words;
  if (hasItems(dataOf(config))) return likes;
  return config.dataView === 'greyscale' && isColour(dataOf(config)) ? inColour : views[config.dataView];
}

/** Figures on different views of the data are different quantities: each stands with these words. */
export function dataWords(
  config: Pick<ModelConfig, 'data' | 'dataView' | 'likelihood'>,
  /** Of the data set, where it is known: what items are called is not in every list. */
  key?: string,
): string {
  const { data, ofLikes, ofTexts, ofWords } = text.value.config;
  const [name, likelihood] = [nameOfData(dataOf(config), key), likelihoodWords(config)];
  if (hasTexts(dataOf(config))) return ofTexts(name, likelihood);
  if (hasWords(dataOf(config))) return ofWords(name, likelihood);
  return hasItems(dataOf(config)) ? ofLikes(name, likelihood) : data(viewWords(config), name, likelihood);
}

/** Of grey pixels a Gaussian gives a density, not a probability. */
export const isDensity = ({ likelihood }: Pick<ModelConfig, 'likelihood'>) =>
  likelihood.kind.startsWith('gaussian');

/** Its KL has no closed form, and no part for each dimension. */
export const hasMixture = ({ prior }: Pick<ModelConfig, 'prior'>) => prior?.kind === 'mixture';

/** Whether there is a second layer of latents, below z. */
export const hasLower = ({ lowerSize = 0 }: Pick<ModelConfig, 'lowerSize'>) => lowerSize > 0;

/** Whether the KL is a sum of parts of each dimension. */
export const splitsKl = (config: Pick<ModelConfig, 'prior' | 'fullCovariance' | 'lowerSize'>) =>
  !hasMixture(config) && !config.fullCovariance && !hasLower(config);

/** What is to be known of the terms of such a model, from samples of z or at its mean. */
export function termsWords(
  config: Pick<ModelConfig, 'data' | 'likelihood' | 'prior' | 'lowerSize'>,
  from: 'samples' | 'mean' = 'samples',
): string {
  const { density, multinomial, multinomialWords } = text.value.config;
  const items = hasWords(dataOf(config)) ? multinomialWords : multinomial;
  return (
    (isDensity(config) ? density : '') +
    (config.likelihood.kind === 'multinomial' ? items : '') +
    klWords(config, from)
  );
}

function klWords(config: Pick<ModelConfig, 'prior' | 'lowerSize'>, from: 'samples' | 'mean') {
  const { estimated, estimatedOfBoth, ofBothAtMean } = text.value.config;
  const ofMixture = hasMixture(config) ? estimated : '';
  if (!hasLower(config)) return ofMixture;
  return from === 'mean' ? ofBothAtMean + ofMixture : estimatedOfBoth;
}

export function kindWords(config: ModelConfig): string {
  const { deterministic, conditional, prior, fullCovariance, lowerSize, decoder } = config;
  const { kind, mixture, full, lower, topics } = text.value.config;
  return (
    kind(conditional, deterministic) +
    (fullCovariance ? full : '') +
    (lowerSize ? lower(lowerSize) : '') +
    (decoder === 'topics' ? topics : '') +
    (prior?.kind === 'mixture' ? mixture(prior.components) : '')
  );
}

/** Pixels, channels of convolutions, hidden units, latent dimensions. */
export function layersOf(config: ModelConfig): string[] {
  const { channels, hiddenSizes, latentSize } = config;
  const data = dataOf(config);
  return [
    hasTexts(data) ? lettersWords(config) : String(sizeOf(data)),
    ...channels.map(
      (size, index) => `${size} × ${sidesWords(data.width >> (index + 1), data.height >> (index + 1))}`,
    ),
    ...hiddenWords(hiddenSizes),
    String(latentSize),
  ];
}

/**
 * What the decoder mirrors of a model: topics have no hidden layers, the last of texts may be as wide as asked, and a second layer of
 * latents stands between z and what it is decoded by, behind a hidden layer.
 */
export function mirrored(config: ModelConfig): ModelConfig {
  const { decoder, hiddenSizes, likelihood, lowerSize } = config;
  if (decoder === 'topics') return { ...config, hiddenSizes: [] };
  if (lowerSize) return { ...config, hiddenSizes: [...hiddenSizes, lowerSize, ...hiddenSizes.slice(-1)] };
  if (likelihood.kind !== 'characters' || !likelihood.units) return config;
  return { ...config, hiddenSizes: [likelihood.units, ...hiddenSizes.slice(1)] };
}

/** A text goes in as so many characters, each in so many numbers. */
const lettersWords = ({ data, likelihood }: ModelConfig) =>
  likelihood.kind === 'characters' && data ? `${longestOf(data)} × ${likelihood.embedding}` : '';

/** So many of one width are said once. */
const SEVERAL = 4;

function hiddenWords([width, ...rest]: readonly number[]): string[] {
  if (width === undefined) return [];
  const others = rest.findIndex((other) => other !== width);
  const count = 1 + (others < 0 ? rest.length : others);
  const words = count < SEVERAL ? new Array<string>(count).fill(String(width)) : [`${count} × ${width}`];
  return [...words, ...hiddenWords(rest.slice(count - 1))];
}

const sidesWords = (width: number, height: number) =>
  width === height ? `${width}²` : `${width} × ${height}`;
