/** The shipped models, and the run's. */
export const en = {
  model: 'Model',
  name: (dimensions: number, traits: readonly Trait[]) =>
    [...traits.map((trait) => TRAITS[trait]), `${dimensions}-D`].join(' '),
  conditional: 'a map for each class',
  denoising: (sigma: number) => `trained to undo noise of σ = ${sigma}`,
  words: (what: readonly string[], data: string, nll: string) =>
    `${capitalised(what.join(', '))}, ${data}: test NLL ${nll} nats.`,
  shape: (what: readonly string[], data: string) => `${capitalised(what.join(', '))}, ${data}.`,
  trainLike: 'Train one like this',
  setAs: (name: string, epochs: number) =>
    `The settings are those that ${name} was trained with, ${epochs} epochs: Start trains one like it.`,
  run: 'Yours',
  untrained: 'Untrained',
  untrainedWords: 'What a run by these settings begins with: Start trains it.',
  loading: (name: string, percent: string) => `Loading “${name}”: ${percent} %`,
  kept: (name: string, step: string) => `The model of ${name}, kept as it was at step ${step}.`,
  present: (name: string) => `The model of ${name}, as it is now.`,
  past: (name: string, step: string) => `The model of ${name}, as it was at step ${step}.`,
  paused: ' Your run is paused: go on with it, or choose it here.',
};

/** What sets a model apart from others of as many dimensions. */
export type Trait = keyof typeof TRAITS;

const TRAITS = {
  conditional: 'Conditional',
  denoising: 'Denoising',
  deep: 'Deep',
  ladder: 'Ladder',
  big: 'Big',
  convolutional: 'Convolutional',
};

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

declare module '../../ui/text' {
  interface Text {
    models: typeof en;
  }
}
