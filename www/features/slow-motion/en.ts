export const en = {
  button: 'Slow motion',
  title: 'Slow motion',
  label: 'One step in slow motion',
  waiting: 'A step is made…',
  stages: { encode: 'Encode', sample: 'Sample', decode: 'Decode', loss: 'Loss', update: 'Update' },
  previous: 'Previous',
  next: 'Next',
  again: 'Next step',
  play: 'Play',
  pause: 'Pause',
  leave: 'Leave',
  inputs: 'Images of the batch',
  corrupted: 'Images of the batch, corrupted',
  targets: 'Images of the batch',
  decoded: 'Decoded from their z',
  layers: 'How far each layer moved',
  terms: 'Reconstruction term and KL term of the batch',
  whose: { drawing: 'your drawing', sketch: 'the digit that the page drew', sample: 'the image taken' },
  encode: (step: string, whose: string, others: string, shown: string) =>
    `Step ${step} of a copy of this model: ${whose} and ${others} training images go into the encoder. ${shown} of them stand here, ${whose} first. All is as it was when you leave.`,
  sample: (mu: string, sigma: string, z: string) =>
    `For each image the encoder gives μ and σ, and z = μ + σ · ε is drawn, ε from N(0, I): watch z leave μ. The first image has μ = ${mu}, σ = ${sigma}, z = ${z}.`,
  samples: (count: string) => `${count} samples are drawn of each image: the first is shown.`,
  code: (z: string) =>
    `An autoencoder draws nothing: z is the encoder’s answer. The first image has z = ${z}.`,
  decode:
    'The decoder turns each z into an image: for each pixel, how bright it should be. Above is what should come out.',
  lower: 'Between them a point h of the second layer is drawn, from what z and the image say of it.',
  loss: (reconstruction: string, beta: string, kl: string, loss: string, all: string) =>
    `Reconstruction term ${reconstruction} + β ${beta} × KL term ${kl}: the loss is ${loss} nats an image, the mean of all ${all}.`,
  freeBits: 'Of the KL term, free bits count at least what was set for each dimension.',
  bound: (loss: string, all: string, reconstruction: string, kl: string) =>
    `The loss is the negative importance-weighted bound, ${loss} nats an image, the mean of all ${all}. For comparison: reconstruction term ${reconstruction}, KL term ${kl}.`,
  error: (loss: string, all: string) =>
    `An autoencoder’s loss is its reconstruction term: ${loss} nats an image, the mean of all ${all}.`,
  update: (norm: string, rate: string) =>
    `The loss’s gradient by all weights has the norm ${norm}. At learning rate ${rate} the optimiser moves each layer by the share of its size that stands here.`,
  fell: (before: string, after: string) =>
    `The same images with the same draws: loss ${before} before the step, ${after} after it.`,
  key: 'batch: μ and 1 σ, then z',
  onWalk: 'In slow motion',
  stageKeys: 'The stage before, the next stage',
};

declare module '../../ui/text' {
  interface Text {
    slowMotion: typeof en;
  }
}
