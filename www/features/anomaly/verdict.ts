// What the scores come to.

import type { Method, Placed, Places } from '../../engine/protocol/uses';

/** Above so many of the training images a score is flagged, and below so many that one cannot tell. */
const FLAGGED = 0.99;
const LEAST = 100;
/** A score so low says: more usual than nearly all. */
const MISSED = 0.1;

export interface Verdict {
  flagged: readonly Placed[];
  /** Whether the ELBO alone finds it as usual as can be. */
  fooled: boolean;
}

/** Nothing while there are too few training images to say. */
export function verdictOf({ placed, among }: Places): Verdict | undefined {
  if (among < LEAST) return undefined;
  const flagged = placed.filter(({ place }) => place >= FLAGGED);
  const plain = placed.find(({ method }) => method === PLAIN);
  return { flagged, fooled: flagged.length > 0 && plain !== undefined && plain.place < MISSED };
}

const PLAIN: Method = 'lowElbo';
