export const en = {
  title: 'Posterior samples',
  note: 'Each decoded from another <var>z</var> drawn from <span class="math">q(z | x)</span>. Press one to go there.',
  again: 'Draw again',
  sample: (number: number) => `Posterior sample ${number}`,
  mean: 'mean',
  deviation: 'std. dev.',
  meanImage: 'Mean of the samples, pixel by pixel',
  deviationImage: 'Standard deviation of the samples, pixel by pixel',
  state: {
    empty: 'With an input, samples of its posterior stand here.',
    autoencoder: 'An autoencoder’s code is a point: there is nothing to draw from.',
    shown: (share: string) => `Mean standard deviation of a pixel: ${share} %.`,
  },
};

declare module '../../ui/text' {
  interface Text {
    samples: typeof en;
  }
}
