// The ways in which a person can damage the input, and how strongly.

import type { Damage } from '../../engine/protocol';

/** Pixels a side that become one: divisors of 28. */
const FACTORS = [2, 4, 7];

export type Kind = Exclude<Damage['kind'], 'none'>;

/** The strengths of a kind, as a slider takes them. */
interface Strength {
  min: number;
  max: number;
  step: number;
  /** As the shipped denoising model was trained, and as strong as a good model can undo. */
  start: number;
  damage(value: number): Damage;
}

export const CORRUPTIONS: Readonly<Record<Kind, Strength>> = {
  noise: { min: 0.05, max: 1, step: 0.05, start: 0.4, damage: (sigma) => ({ kind: 'noise', sigma }) },
  mask: { min: 0.05, max: 0.95, step: 0.05, start: 0.5, damage: (share) => ({ kind: 'mask', share }) },
  block: { min: 2, max: 18, step: 1, start: 9, damage: (side) => ({ kind: 'block', side }) },
  lowResolution: {
    min: 0,
    max: FACTORS.length - 1,
    step: 1,
    start: 1,
    damage: (index) => ({ kind: 'lowResolution', factor: FACTORS[index] ?? 1 }),
  },
};

export const isKind = (name: string): name is Kind => name in CORRUPTIONS;
