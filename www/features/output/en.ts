export const en = {
  title: 'Output',
  lead: 'Decoded from <var>z</var>.',
  decodedFrom: (name: string, point: string) => `From ${name} = ${point}.`,
  /** Of a conditional model: the class that it is told. */
  decodedAs: (name: string, point: string, className: string) =>
    `As a ${className}, from ${name} = ${point}.`,
  reconstruction: 'Reconstruction:',
  seen: 'Input as seen:',
  clean: 'Input before its corruption:',
  fromMean: 'Reconstruction from the posterior mean',
  /** Behind a point: of two layers of latents the lower one is not of z alone. */
  andLower: ', and h of the input',
  fromMeanAt: (point: string) => `Reconstruction from z = μ = ${point}`,
  differenceImage: 'Difference',
  differenceOf: (mean: string) => `Difference: mean ${mean} of 255`,
  input: 'input',
  output: 'output',
  difference: 'difference',
  /** Of an image in colour. */
  ofColours: '(mean of R, G, B)',
  terms: 'Terms of the ELBO',
  termsAutoencoder: 'The loss',
  compare: 'Compare with',
  withClean: 'the clean image',
  withSeen: 'what the model saw',
  unrepaired: 'How far the output lies from the clean image is told here.',
  repaired: (seen: string, given: string) =>
    `Root-mean-square distance to the clean image: ${seen} as seen, ${given} as given back.`,
  back: 'Back to input',
  empty: 'An input is compared here with its reconstruction.',
  scope: (data: string) => `Nats, at z = μ; ${data}.`,
  scopeAutoencoder: (data: string) => `Nats; an autoencoder has no KL term and no ELBO; ${data}.`,
  ofClean: 'Of the clean image, given back from what the model saw.',
  ofSeen: 'Of the corrupted image that the model saw.',
  inBits: 'In bits',
  bits: 'Bits a pixel',
  bitsNote: (pixels: number) =>
    `Bits a pixel: −ELBO / ln 2 / ${pixels}; of grey pixels, the mean over their black-or-white draws.`,
  bitsDensity: 'No bits a pixel: a density has them only for dequantised pixels.',
};

declare module '../../ui/text' {
  interface Text {
    output: typeof en;
  }
}
