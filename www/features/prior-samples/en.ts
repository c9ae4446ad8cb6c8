declare module '../../ui/text' {
  interface Text {
    priorSamples: typeof en;
  }
}

export const en = {
  title: 'Samples from the prior',
  lead: 'z drawn from N(0, 1), decoded: what the model makes up by itself. The same draws stay while the model learns.',
  sheet: (count: number) => `${count} samples from the prior, decoded`,
  again: 'Draw others',
  save: 'Save as PNG',
};
