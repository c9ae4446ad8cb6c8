// What the posteriors of many digits have in common.

import type { Codes } from '../../engine/protocol';
import type { Vector } from '../latent/vectors';

/**
 * Mean KL(q(z|x) || N(0, 1)) of each dimension, in nats; undefined for an autoencoder, which has no posterior, and where dimensions
 * depend on each other.
 */
export function meanKl({ mu, logVar, factor }: Codes, latentSize: number): number[] | undefined {
  if (logVar.length === 0 || factor.length > 0) return undefined;
  const sums = new Array<number>(latentSize).fill(0);
  for (let index = 0; index < mu.length; index++) {
    const mean = mu[index] ?? 0;
    const log = logVar[index] ?? 0;
    const dimension = index % latentSize;
    sums[dimension] = (sums[dimension] ?? 0) + (mean * mean + Math.exp(log) - 1 - log) / 2;
  }
  return sums.map((sum) => sum / (mu.length / latentSize));
}

/** The mean code of each class, by its index; none of a class that has no sample. */
export function classMeans({ mu, labels }: Codes, latentSize: number): (Vector | undefined)[] {
  const sums: { samples: number; sum: number[] }[] = [];
  for (const [index, label] of labels.entries()) {
    sums[label] ??= { samples: 0, sum: new Array<number>(latentSize).fill(0) };
    const own = sums[label];
    own.samples++;
    own.sum = own.sum.map((value, dimension) => value + (mu[index * latentSize + dimension] ?? 0));
  }
  return Array.from(sums, (own) => own?.sum.map((value) => value / own.samples));
}
