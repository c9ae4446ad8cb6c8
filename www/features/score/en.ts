export const en = {
  button: 'Is it usual?',
  scoring: 'Scoring 1,000 test digits …',
  unscored: 'Draw a digit, or take one, to see where its ELBO lies among those of 1,000 test digits.',
  scored: (percent: string, verdict: string) =>
    `The ELBO of what the model sees is above that of ${percent} % of the test digits: ${verdict}.`,
  verdicts: { usual: 'usual', unusual: 'unusual', anomaly: 'an anomaly to this model' },
};

declare module '../../ui/text' {
  interface Text {
    score: typeof en;
  }
}
