import type { ModelConfig } from '../../../engine/protocol';

type Likelihood = ModelConfig['likelihood']['kind'];

const likelihoods: Record<Exclude<Likelihood, 'gaussianFixed'>, string> = {
  bernoulli: 'Bernoulli',
  gaussianShared: 'Gaussian with one learnt σ',
  gaussianPixel: 'Gaussian with a σ for each pixel',
  multinomial: 'multinomial',
  characters: 'character after character',
};
const views: Record<ModelConfig['dataView'], string> = {
  greyscale: 'greyscale',
  binarised: 'binarised',
  thresholded: 'thresholded',
};

/** What a model is. */
export const config = {
  likelihoods,
  gaussianFixed: (sigma: number) => `Gaussian with σ = ${sigma}`,
  views,
  inColour: 'coloured',
  data: (view: string, name: string, likelihood: string) => `${view} ${name}, ${likelihood}`,
  texts: 'texts',
  ofTexts: (name: string, likelihood: string) => `texts of ${name}, ${likelihood}`,
  unknownLines: (longest: number) => `texts of at most ${longest} characters`,
  likes: 'likes',
  words: 'bags of words',
  ofWords: (name: string, likelihood: string) => `words of ${name}, ${likelihood}`,
  ofLikes: (name: string, likelihood: string) => `likes of ${name}, ${likelihood}`,
  unknownItems: (items: number) => `people and ${items} items`,
  unknownTexts: (words: number) => `texts of ${words} words`,
  unknownData: (width: number, height: number, channels: number) =>
    `images of ${width} × ${height} pixels${channels === 1 ? '' : ' in colour'}`,
  density: ' Of a density: terms may be below 0, and do not compare with Bernoulli’s.',
  multinomial: ' Of which items they are, one after the other, given how many.',
  multinomialWords: ' Of which words they are, one after the other, given how many.',
  estimated: ' The prior is a mixture: the KL has no closed form, and is estimated from samples of z.',
  estimatedOfBoth:
    ' There are two layers of latents: the KL is that of both, has no closed form, and is estimated from their samples.',
  ofBothAtMean: ' There are two layers of latents: the KL is that of both, of the lower one at this z.',
  full: ' with a full covariance,',
  lower: (size: number) => ` with a second layer of ${size} latents,`,
  topics: ' with a decoder of topics,',
  mixture: (components: number) => ` with a mixture of ${components} as prior,`,
  kind: (conditional: boolean, deterministic: boolean) =>
    `${conditional ? 'conditional ' : ''}${deterministic ? 'autoencoder' : 'VAE'}`,
};
