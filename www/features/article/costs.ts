// The KL of one Gaussian against the prior, in its two parts.

/** The cost of a mean away from 0, and of a width that is not 1, in nats; both are at least 0. */
export const costs = (mu: number, sigma: number) => ({
  mean: mu ** 2 / 2,
  width: (sigma ** 2 - 1 - Math.log(sigma ** 2)) / 2,
});
