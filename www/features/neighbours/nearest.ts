// The nearest of many codes, by brute force: thousands of them take well under a millisecond.

import type { Codes, Neighbours } from '../../engine/protocol';

/** By the Euclidean distance of z to the means, whose unit is the prior's sigma: the nearest first. */
export function nearest(
  { mu, labels }: Pick<Codes, 'mu' | 'labels'>,
  z: Float32Array,
  count: number,
): Neighbours['samples'] {
  const squared = new Float64Array(labels.length);
  for (let index = 0; index < squared.length; index++) {
    let sum = 0;
    for (let dimension = 0; dimension < z.length; dimension++)
      sum += ((mu[index * z.length + dimension] ?? 0) - (z[dimension] ?? 0)) ** 2;
    squared[index] = sum;
  }
  const at = (index: number) => squared[index] ?? Number.POSITIVE_INFINITY;
  const found: number[] = [];
  for (let index = 0; index < squared.length; index++) {
    if (found.length === count && at(index) >= at(found.at(-1) ?? 0)) continue;
    const place = found.findIndex((other) => at(other) > at(index));
    found.splice(place < 0 ? found.length : place, 0, index);
    found.length = Math.min(found.length, count);
  }
  return found.map((index) => ({ index, label: labels[index] ?? 0, distance: Math.sqrt(at(index)) }));
}
