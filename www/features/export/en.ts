export const en = {
  title: 'Save pictures',
  lead: 'Made here, and saved to this machine.',
  plain: 'Black on white',
  pictures: { slide: 'Map, digit and curve', map: 'Map', digit: 'Digit', curve: 'Curve' },
  as: (what: string, format: string) => `${what} (${format})`,
  step: (run: string, step: string) => `${run}, step ${step}`,
  sigma: 'one σ of the prior',
  seen: 'Input, as the model sees it',
  output: 'Output, decoded from z',
  loss: '−ELBO, nats an image',
  batches: 'training batches',
  tests: 'test images',
  steps: 'steps',
  notYet: 'What is greyed comes with a run.',
  saving: 'Making the file …',
};

declare module '../../ui/text' {
  interface Text {
    export: typeof en;
  }
}
