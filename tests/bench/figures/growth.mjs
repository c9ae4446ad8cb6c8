// How the cost of a training step grows with batch, width and latent size, on each device of this project.

import { ownSystems, systemsNamed } from '../systems.mjs';
import { takeTurns } from '../turns.mjs';

/** Of the time that the comparison gives a system. */
const SHARE = 0.1;

export const title = 'Milliseconds a step as one size grows and the others stay';

export const measure = ({ browser, seconds, systems }) =>
  takeTurns(browser, 'growth', systemsNamed(systems, ownSystems), SHARE * seconds);

export function rows({ systems, points }) {
  return points.map(({ size, value, milliseconds }) => ({
    size: `${size} ${value}`,
    ...Object.fromEntries(systems.map((name, i) => [name, milliseconds[i].toFixed(2)])),
  }));
}
