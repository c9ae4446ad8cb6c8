import type { terms as english } from '../en/terms';

export const terms: typeof english = {
  reconstruction: '重构项',
  kl: 'KL 项',
  elbo: 'ELBO',
};
