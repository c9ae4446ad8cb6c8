// How a training step of each kind of model compares with a plain one of the same layers, on each device of this project.

import { ownSystems, systemsNamed } from '../systems.mjs';
import { takeTurns } from '../turns.mjs';

/** Of the time that the comparison gives a system. */
const SHARE = 0.25;

export const title = 'Every kind against a plain model, batch 128: milliseconds a step (times a plain step)';

export const measure = ({ browser, seconds, systems }) =>
  takeTurns(browser, 'kinds', systemsNamed(systems, ownSystems), SHARE * seconds);

export function rows({ systems, points }) {
  return points.map(({ kind, milliseconds, plain }) => ({
    kind,
    ...Object.fromEntries(
      systems.map((name, i) => [
        name,
        `${milliseconds[i].toFixed(2)} (${(milliseconds[i] / plain[i]).toFixed(2)})`,
      ]),
    ),
  }));
}
