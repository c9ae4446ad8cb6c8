// What the scores come to.

import type { Method, Placed, Places } from '../../engine/protocol/uses';

/** Above so many of the training images a score is flagged, and below so many that one cannot tell. */
const FLAGGED = 0.99;
const LEAST = 100;
/** A score so low says: more usual than most. */
const MISSED = 0.5;

export interface Verdict {
  flagged: readonly Placed[];
  /** The share of training images whose ELBO is lower, where by the ELBO alone a flagged picture is more usual than most. */
  fooled?: number;
}

/** Nothing while there are too few training images to say. */
export function verdictOf({ placed, among }: Places): Verdict | undefined {
  if (among < LEAST) return undefined;
  const flagged = placed.filter(({ place }) => place >= FLAGGED);
  const plain = placed.find(({ method }) => method === PLAIN);
  const isFooled = flagged.length > 0 && plain !== undefined && plain.place < MISSED;
  return { flagged, ...(isFooled && { fooled: 1 - plain.place }) };
}

const PLAIN: Method = 'lowElbo';
