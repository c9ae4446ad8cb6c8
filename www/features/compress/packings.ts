// What may be lost, as it is offered.

import type { ModelConfig } from '../../engine/protocol';
import type { Packing } from '../../engine/protocol/uses';

const STEPS = [0.25, 0.5, 1, 2];

/** What the model can do, by its name in the form. */
export function packingsOf({
  likelihood,
  deterministic,
  prior,
  fullCovariance,
}: ModelConfig): ReadonlyMap<string, Packing> {
  const lossy = STEPS.map((step): [string, Packing] => [`lossy ${step}`, { kind: 'lossy', step }]);
  // Bits back codes z by the dimensions of N(0, I), one by one.
  if (deterministic || prior?.kind === 'mixture' || fullCovariance) return new Map(lossy);
  const bits: Packing = { kind: 'blackAndWhite' };
  const grey: Packing = { kind: 'grey' };
  const lossless: [string, Packing][] = likelihood.kind === 'bernoulli' ? [['bits', bits]] : [];
  return new Map([...lossless, ['grey', grey], ...lossy]);
}
