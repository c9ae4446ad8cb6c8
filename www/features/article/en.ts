/** The figures of the article; its prose is beside it, in HTML. */
export const en = {
  noInput: 'No input yet: make one in the tool, or take a test sample.',
  noPosterior: 'This model is an autoencoder: it has no posterior, only one z for each input.',
  own: (index: string, label: string) =>
    `Of MNIST’s test digit ${index}, a ${label}, as there is no input yet.`,
  pipeline: {
    input: 'The input, as the model sees it',
    output: 'What the decoder draws from z',
    encoder: 'encoder',
    decoder: 'decoder',
    more: (dimensions: number) => `and ${dimensions} more`,
    follows: 'z follows the input: z = μ.',
    away: (distance: string) => `z has been moved: it lies ${distance} from μ.`,
  },
  samples: {
    noise: 'Noise ε',
    again: 'Draw again',
    tile: (sample: number) => `What the decoder draws from sample ${sample}`,
    reading: (point: string, noisy: boolean) =>
      noisy ? `Eight samples of the posterior: ${point}.` : `Without noise, eight times the mean: ${point}.`,
  },
  terms: {
    digit: 'This input',
    train: 'The run, training batches',
    test: 'The run, test samples',
    none: {
      digit: 'Make an input in the tool, or take a test sample.',
      train: 'No run of a VAE yet.',
      test: 'Nothing measured yet.',
    },
  },
  price: {
    sum: (nats: string) => `KL = ${nats} nats`,
    reading: (dimensions: number) => `${dimensions} dots: the dimensions of this input’s posterior.`,
  },
  beta: {
    run: 'the run',
    reading: (beta: string, reconstruction: string, kl: string, loss: string, data: string) =>
      `β = ${beta}: ${reconstruction} + ${beta} × ${kl} = ${loss} nats; ${data}.`,
    none: (beta: string) => `No run yet; the next one has β = ${beta}.`,
  },
  collapse: {
    reading: (dimensions: number, silent: number, sum: string) =>
      `${dimensions - silent} of ${dimensions} dimensions say something about this input; KL term ${sum} nats.`,
    mixture:
      'This model’s prior is a mixture, its posterior has a full covariance, or it has a second layer of latents: its KL has no part for each dimension.',
  },
  halved: {
    before: 'lower half erased',
    after: 'filled by the model',
    whole: 'as it was',
    works: 'Repairing…',
    reading: (model: string, mean: string) =>
      `Mean squared error of an erased pixel, from 0 to 1: ${model}; filled with the mean training image ${mean}.`,
  },
  judged: {
    blank: 'a blank page',
    picture: 'a picture of the data',
    elbo: (nats: string, percent: string) => `ELBO ${nats} nats, above ${percent} % of the training images’`,
    corrected: (percent: string) => `corrected score above ${percent} %: the higher, the stranger`,
    learning: (percent: string) => `Learning what is usual: ${percent} %…`,
    among: (images: string) => `Among ${images} training images, by the model that is shown.`,
    none: 'This model is an autoencoder: it has no likelihood by which a picture could be strange.',
  },
  reduced: {
    codes: (dimensions: number) => `codes, ${dimensions} dimensions`,
    pca: (dimensions: number) => `PCA, ${dimensions} dimensions`,
    kept: (trustworthiness: string) => `trustworthiness ${trustworthiness}`,
    plot: (name: string, images: string) => `${images} test images by class: ${name}`,
    compares: (percent: number) => `Comparing: ${percent} %…`,
    reading: (images: string) => `${images} test images; the colour is the class.`,
    lacks: 'The data set has too few test images for their neighbours to be compared.',
  },
  denoised: {
    methods: {
      nothing: 'with noise',
      median: 'median of 3 × 3',
      encodeDecode: 'encoded, decoded',
      optimised: 'likeliest z',
    },
  },
  tastes: {
    other: 'This model is none of tastes or of words without an order: take one to see it here.',
    works: 'Reckoning…',
    share: (percent: string) => `${percent} %`,
    ofLikes: 'At z = μ of what is liked above.',
    ofPoint: 'At the point that z was moved to.',
  },
  written: {
    other: 'This model is none of texts: take one to see it here.',
    nothing: 'Nothing: the text ends at once.',
    write: (z: string) =>
      `The likeliest character each time, at z = ${z}. Write a text of your own above to see what it expects.`,
    reading: (z: string) => `Above, what is written at z = ${z}; below, a text of yours at the same z.`,
    letter: (character: string, percent: string, others: string) =>
      `${character}: ${percent} %; it could have been ${others}`,
  },
  axes: {
    tile: (name: string, z: string) => `What the decoder draws at ${name} = ${z}`,
    reading: (name: string, z: string, below: string, cell: string) =>
      `${name} = ${z}: ${below} of N(0, 1) lies below it; its cell holds ${cell}.`,
  },
};

declare module '../../ui/text' {
  interface Text {
    article: typeof en;
  }
}
