// A moment of a run in words.

import type { Curve } from '../history';
import type { Position } from '../protocol';
import { text } from '../text';
import { count, nats } from './words';

type Scale = Pick<Position, 'step' | 'images' | 'stepsPerEpoch'>;

/** Where a run was after `step` steps, and the last figure on test digits by then. */
export function momentWords(
  step: number,
  at: Scale,
  test: Pick<Curve, 'images' | 'reconstruction' | 'elbo'>,
  deterministic: boolean,
): string {
  const { replay } = text.value;
  const epoch = Math.floor(Math.max(0, step - 1) / at.stepsPerEpoch) + 1;
  const where = replay.past(count(step), count(epoch));
  const images = imagesAt(step, at);
  const index = test.images.findLastIndex((seen) => seen <= images);
  if (index < 0) return where;
  const figure = deterministic
    ? replay.reconstruction(nats(test.reconstruction[index] ?? 0))
    : replay.elbo(nats(test.elbo[index] ?? 0));
  return `${where}, ${figure}`;
}

/** Images seen after `step` steps. */
export const imagesAt = (step: number, { images, step: steps }: Scale) =>
  (step * images) / Math.max(1, steps);
