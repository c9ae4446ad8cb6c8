// What is put on the picture, and what came of taking it out again.

import { signal } from '@preact/signals-core';
import type { Blemish, Restored } from '../../engine/protocol/uses';

export interface Noisy {
  blemish: Blemish;
  /** The same seed, the same noise. */
  seed: number;
}

export const denoiseState = () => ({
  noisy: signal<Noisy>({ blemish: { kind: 'noise', sigma: 0.5 }, seed: 1 }),
  /** As many as there are by now, the damaged picture first; nothing without a picture. */
  tries: signal<readonly Restored[] | undefined>(undefined),
  /** Whether more are to come. */
  waits: signal(false),
});
