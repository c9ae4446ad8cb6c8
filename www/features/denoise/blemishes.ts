// How strong each kind of noise may be.

import type { Blemish } from '../../engine/protocol/uses';
import { decimal } from '../../ui/words';
import type { Words } from './panel/en';

export type Kind = Blemish['kind'];

interface Choice {
  min: number;
  max: number;
  step: number;
  start: number;
  of(strength: number): Blemish;
}

export const KINDS: Record<Kind, Choice> = {
  noise: { min: 0.05, max: 1, step: 0.05, start: 0.5, of: (sigma) => ({ kind: 'noise', sigma }) },
  saltAndPepper: {
    min: 0.05,
    max: 0.6,
    step: 0.05,
    start: 0.3,
    of: (share) => ({ kind: 'saltAndPepper', share }),
  },
  blur: { min: 0.5, max: 4, step: 0.25, start: 1.5, of: (sigma) => ({ kind: 'blur', sigma }) },
  strokes: { min: 1, max: 6, step: 1, start: 3, of: (count) => ({ kind: 'strokes', count }) },
};

export const isKind = (kind: string): kind is Kind => kind in KINDS;

export function strengthOf(blemish: Blemish): number {
  if (blemish.kind === 'saltAndPepper') return blemish.share;
  return blemish.kind === 'strokes' ? blemish.count : blemish.sigma;
}

export function strengthWords(blemish: Blemish, { sigma, share, pixels, count }: Words): string {
  switch (blemish.kind) {
    case 'noise':
      return sigma(decimal(blemish.sigma, 2));
    case 'saltAndPepper':
      return share(Math.round(100 * blemish.share));
    case 'blur':
      return pixels(decimal(blemish.sigma, 2));
    case 'strokes':
      return count(blemish.count);
  }
}
