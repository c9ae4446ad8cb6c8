// What a model is, in the field's words.

import { dataOf, sizeOf } from '../engine/data/spec';
import type { ModelConfig } from '../engine/protocol';
import { nameOfData } from './data-names';
import { isColour } from './pixels';
import { text } from './text';

export function likelihoodWords({ likelihood }: Pick<ModelConfig, 'likelihood'>): string {
  const { gaussianFixed, likelihoods } = text.value.config;
  return likelihood.kind === 'gaussianFixed' ? gaussianFixed(likelihood.sigma) : likelihoods[likelihood.kind];
}

/** How the pixels are looked at. */
export function viewWords(config: Pick<ModelConfig, 'data' | 'dataView'>): string {
  const { views, inColour } = text.value.config;
  return config.dataView === 'greyscale' && isColour(dataOf(config)) ? inColour : views[config.dataView];
}

/** Figures on different views of the data are different quantities: each stands with these words. */
export function dataWords(config: Pick<ModelConfig, 'data' | 'dataView' | 'likelihood'>): string {
  const { data } = text.value.config;
  return data(viewWords(config), nameOfData(dataOf(config)), likelihoodWords(config));
}

/** Of grey pixels a Gaussian gives a density, not a probability. */
export const isDensity = ({ likelihood }: Pick<ModelConfig, 'likelihood'>) => likelihood.kind !== 'bernoulli';

export const densityWords = (config: Pick<ModelConfig, 'likelihood'>) =>
  isDensity(config) ? text.value.config.density : '';

export const kindWords = ({ deterministic, conditional }: ModelConfig) =>
  text.value.config.kind(conditional, deterministic);

/** Pixels, channels of convolutions, hidden units, latent dimensions. */
export function layersOf(config: ModelConfig): string[] {
  const { channels, hiddenSizes, latentSize } = config;
  const data = dataOf(config);
  return [
    String(sizeOf(data)),
    ...channels.map(
      (size, index) => `${size} × ${sidesWords(data.width >> (index + 1), data.height >> (index + 1))}`,
    ),
    ...hiddenWords(hiddenSizes),
    String(latentSize),
  ];
}

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
