export const output = {
  title: 'Output',
  lead: 'Decoded from <var>z</var>.',
  reconstruction: 'Reconstruction',
  seen: 'Input as seen',
  fromMean: 'Reconstruction from the posterior mean',
  differenceImage: 'Difference',
  input: 'input',
  output: 'output',
  difference: 'difference',
  empty: 'With an input, its reconstruction and the terms of its ELBO stand here.',
};
