export const en = {
  title: 'History',
  label: 'History of the run',
  play: 'Play the history',
  pause: 'Pause the history',
  next: 'Next moment of the history',
  speed: 'Speed',
  now: 'Back to now',
  empty: 'When you train, drag here to see how the map formed.',
  tooLarge: 'This model is too large to keep a history of it.',
  present: (step: string) => `Now: step ${step}`,
  /** While another model is shown. */
  ofRun: (run: string, step: string) => `History of ${run}, now at step ${step}: drag to show it`,
  at: (step: string, epoch: string) => `step ${step}, epoch ${epoch}`,
  past: (at: string) => `The past: ${at}`,
  elbo: (where: string, nats: string) => `${where}, test ELBO ${nats}`,
  reconstruction: (where: string, nats: string) => `${where}, test reconstruction term ${nats}`,
  pastShown: 'The map, the sliders and the output show the model as it was then.',
  nowShown: 'The present model is shown again.',
  exported: 'History of the map',
};

declare module '../../ui/text' {
  interface Text {
    replay: typeof en;
  }
}
