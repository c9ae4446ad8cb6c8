/** Smoothstep of a time from 0 to 1: at rest at both ends, as a hand is. */
export const eased = (t: number) => t * t * (3 - 2 * t);
