export const en = {
  title: 'Run controls',
  start: 'Start',
  startTraining: 'Start training',
  pause: 'Pause',
  pauseTraining: 'Pause training',
  step: 'Step',
  singleStep: 'Single step',
  reset: 'Reset',
  beta: 'β',
  rate: 'Learning rate',
  /** Where there is little room. */
  rateShort: 'Rate',
  moreShort: 'Curves',
  sparkShort: { elbo: 'ELBO', reconstruction: 'Error' },
  epoch: (epoch: number, percent: number) => `Epoch ${epoch} · ${percent} %`,
  /** A sign of life where the first step takes seconds. */
  starts: 'Starting …',
  firstStep: 'First step …',
  more: 'Curves and settings',
  /** The loss on training batches, smoothed; of an autoencoder its reconstruction term. */
  spark: { elbo: 'Training ELBO', reconstruction: 'Training error' },
  sparkNow: (which: string, nats: string) => `${which} ${nats} nats`,
  sparkWords: (which: string, first: string, last: string) =>
    `${which} of this run, in nats an image: from ${first} to ${last}.`,
};

declare module '../../ui/text' {
  interface Text {
    transport: typeof en;
  }
}
