export const terms = {
  reconstruction: 'Reconstruction term',
  kl: 'KL term',
  elbo: 'ELBO',
};
