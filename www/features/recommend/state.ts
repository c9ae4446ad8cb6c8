// What a person likes is the input; what they would like too is suggested here.

import { signal } from '@preact/signals-core';
import type { Suggestion } from '../../engine/protocol/uses';

export interface Suggested {
  /** Whether it is of what is liked, or of the point that z was moved to. */
  ofLikes: boolean;
  suggestions: readonly Suggestion[];
}

export const recommendState = () => ({
  suggested: signal<Suggested | undefined>(undefined),
  /** Items that the model holds for likeliest at the middle of its prior, where nobody has said anything. */
  commonest: signal<readonly number[]>([]),
});
