// The ways in which a person can damage the input, and how strongly.

import type { Damage } from '../../engine/protocol';
import { shownData } from '../../ui/shown-data';

/** Pixels a side that become one: what divides both sides, and leaves more than a few of them. */
function factors(): number[] {
  const { width, height } = shownData.peek();
  const most = Math.min(width, height) / 4;
  return Array.from({ length: most }, (_, index) => index + 1).filter(
    (factor) => factor > 1 && width % factor === 0 && height % factor === 0,
  );
}

export type Kind = Exclude<Damage['kind'], 'none'>;

/** The strengths of a kind, as a slider takes them. */
interface Strength {
  min: number;
  /** Of the square in the middle the crate damages no more than holds ink. */
  max: (inkBox: number) => number;
  step: number;
  /** As the shipped denoising model was trained, and as strong as a good model can undo. */
  start: number;
  damage(value: number): Damage;
}

export const CORRUPTIONS: Readonly<Record<Kind, Strength>> = {
  noise: { min: 0.05, max: () => 1, step: 0.05, start: 0.4, damage: (sigma) => ({ kind: 'noise', sigma }) },
  mask: { min: 0.05, max: () => 0.95, step: 0.05, start: 0.5, damage: (share) => ({ kind: 'mask', share }) },
  block: {
    min: 2,
    max: (inkBox) => inkBox - 2,
    step: 1,
    start: 9,
    damage: (side) => ({ kind: 'block', side }),
  },
  lowResolution: {
    min: 0,
    max: () => factors().length - 1,
    step: 1,
    start: 1,
    damage: (index) => ({ kind: 'lowResolution', factor: factors()[index] ?? 1 }),
  },
};

export const isKind = (name: string): name is Kind => name in CORRUPTIONS;
