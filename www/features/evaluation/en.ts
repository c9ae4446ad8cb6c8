export const en = {
  title: 'Evaluation',
  lead: 'Of the model that is shown, on digits that it was not trained on.',
  digits: 'Test digits',
  first: (count: string) => `First ${count}`,
  all: (count: string) => `All ${count}`,
  samples: 'Importance samples',
  evaluate: 'Evaluate',
  stop: 'Stop',
  progress: 'Progress of the evaluation',
  empty:
    'The ELBO and its two terms, the importance-weighted NLL, and what each latent dimension carries stand here.',
  copy: 'Copy as text',
  dimensions: 'Latent dimensions',
  caption: 'Latent dimensions: the aggregated posterior against the prior N(0, 1), from −4 to 4',
  captionOfWhole:
    'Latent dimensions: the aggregated posterior, from −4 to 4. Under a mixture as prior, with a full covariance or a second layer of latents, no dimension has a KL of its own.',
  captionOfCodes: 'Latent dimensions: the codes of the digits, from −4 to 4',
  beyond: (percent: string) => `${percent} % beyond`,
  klNats: 'KL, nats',
  posterior: 'posterior',
  prior: 'prior',
  mean: 'mean',
  where: (done: string, all: string, left: string) => `${done} of ${all} digits · ${left} left`,
  loading: 'Loading…',
  copied: 'Copied',
  stale: 'Out of date: another model is shown now. Evaluate again for its figures.',
  nll: (samples: number) => `NLL, ${samples} importance ${samples === 1 ? 'sample' : 'samples'}`,
  perplexityByElbo: 'Perplexity a word, by the ELBO',
  perplexityBySamples: (samples: number) =>
    `Perplexity a word, by ${samples} importance ${samples === 1 ? 'sample' : 'samples'}`,
  perplexityOfUnigram: 'Perplexity a word of how often each word is, without a model',
  units: 'Active units',
  unitsOf: (active: number, all: number) => `${active} of ${all}`,
  /** Of two layers of latents. */
  unitsOfUpper: (active: number, all: number) => `${active} of ${all} of z`,
  scope: (digits: number, number: string, data: string) =>
    `Nats an image, first ${number} test ${digits === 1 ? 'digit' : 'digits'}, ${data}.`,
  beside: (name: string, nll: string, digits: string) =>
    `The shipped ${name}: NLL ${nll}, all ${digits} test digits, 500 samples.`,
  fewer: (digits: string) =>
    ` These figures are of ${digits} digits, which may be easier or harder than all.`,
  shipped: (name: string) => `Shipped model “${name}”`,
  best: (run: string, steps: string) => `The best model of ${run}, of ${steps} steps`,
  atStep: (run: string, step: string) => `${run} at step ${step}`,
  /** A latent dimension as a line of text; under an autoencoder or a mixture as prior it has no KL. */
  dimension: (name: string, kl: string | undefined, mean: string, deviation: string) =>
    `${name}: ${kl === undefined ? '' : `KL ${kl}, `}mean ${mean}, standard deviation ${deviation}`,
};

declare module '../../ui/text' {
  interface Text {
    evaluation: typeof en;
  }
}
