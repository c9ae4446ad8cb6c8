// A moment of a run in words.

import type { Curve } from '../app/run/history';
import { text } from './text';
import { count, nats } from './words';

/** Where a run was after `step` steps, and the last figure on test digits by then. */
export function momentWords(
  step: number,
  stepsPerEpoch: number,
  test: Pick<Curve, 'steps' | 'elbo' | 'reconstruction'>,
  deterministic: boolean,
): string {
  const { replay } = text.value;
  const epoch = Math.floor(Math.max(0, step - 1) / stepsPerEpoch) + 1;
  const where = replay.at(count(step), count(epoch));
  const index = test.steps.findLastIndex((at) => at <= step);
  if (index < 0) return where;
  return deterministic
    ? replay.reconstruction(where, nats(test.reconstruction[index] ?? 0))
    : replay.elbo(where, nats(test.elbo[index] ?? 0));
}
