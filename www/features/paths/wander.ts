// A walk without end through what the prior makes likely.

import type { Vector } from '../../app/latent/vectors';

const WAVES = 5;
/** Radians a second: a wave takes 12 to 60 seconds. */
const SLOWEST = 0.1;
const FASTEST = 0.5;

/**
 * For each time in seconds a point. Each coordinate is a sum of waves of random rates and phases, a draw from a stationary
 * Gaussian process by random Fourier features (Rahimi and Recht 2007): smooth, and at any time distributed like the
 * prior, N(0, 1), up to the number of waves.
 */
export function wander(size: number, random: () => number = Math.random): (seconds: number) => Vector {
  const waves = Array.from({ length: size }, () =>
    Array.from({ length: WAVES }, () => ({
      rate: SLOWEST + (FASTEST - SLOWEST) * random(),
      phase: 2 * Math.PI * random(),
    })),
  );
  const height = Math.sqrt(2 / WAVES);
  return (seconds) =>
    waves.map((own) =>
      own.reduce((sum, { rate, phase }) => sum + height * Math.cos(rate * seconds + phase), 0),
    );
}
