export const en = {
  title: 'Save results',
  lead: 'Pictures, figures and animations, made here and saved to this machine.',
  plain: 'Black on white',
  pictures: { slide: 'Map, digit and curve', map: 'Map', digit: 'Digit', curve: 'Curve' },
  codes: { t10k: 'Codes of the test set', train: 'Codes of the training set' },
  experiment: {
    quick:
      'Experiment: all of this but animations and the training set’s codes, the weights, and how to make it again',
    whole: 'Experiment with animations and the training set’s codes too, which take a while',
  },
  as: (what: string, format: string) => `${what} (${format})`,
  step: (run: string, step: string) => `${run}, step ${step}`,
  sigma: 'one σ of the prior',
  unit: 'one unit of z',
  seen: 'Input, as the model sees it',
  output: 'Output, decoded from z',
  loss: '−ELBO, nats an image',
  batches: 'training batches',
  tests: 'test images',
  steps: 'steps',
  notYet: 'What is greyed comes with a run, or with what it shows.',
  noVideo: (formats: readonly string[]) =>
    `This browser has no encoder for ${formats.join(' and ')}: animations are saved as ${formats.length > 1 ? 'GIF' : 'GIF or as the other video format'}.`,
  saving: 'Making the file …',
};

declare module '../../ui/text' {
  interface Text {
    export: typeof en;
  }
}
