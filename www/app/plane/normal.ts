// The standard normal distribution, which is the prior of each latent dimension.

/** Beyond this the distribution is 0 or 1 to seven digits. */
const FAR = 5;

export const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** Phi(z), the share of the prior below z, by its series about 0 (Marsaglia 2004). */
export function distribution(z: number): number {
  if (Math.abs(z) > FAR) return z > 0 ? 1 : 0;
  let [term, sum] = [z, z];
  for (let power = 3; Math.abs(term) > 1e-16; power += 2) {
    term *= (z * z) / power;
    sum += term;
  }
  return 0.5 + density(z) * sum;
}

/** The z below which the share of the prior lies; by Newton's steps, which from 0 never go too far. */
export function quantile(share: number): number {
  let z = 0;
  for (let step = 1; Math.abs(step) > 1e-12 && Math.abs(z) < FAR; z += step)
    step = (share - distribution(z)) / density(z);
  return z;
}
