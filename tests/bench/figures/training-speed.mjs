// Milliseconds a training step: this project on each device, other libraries, and the crate natively, in one run.

import { systemsNamed } from '../systems.mjs';
import { takeTurns } from '../turns.mjs';

export const title = 'Training 784-400-2-400-784, batch 128, Adam';

export const measure = ({ browser, seconds, systems }) =>
  takeTurns(browser, 'trainingSpeed', systemsNamed(systems), seconds);

export function rows({ systems }) {
  return systems.map((it) => ({
    system: it.name,
    'ms a step': it.milliseconds.toFixed(2),
    'fastest ms': it.fastestMilliseconds.toFixed(2),
    'images a second': Math.round(it.imagesPerSecond),
    'our speed over it': it.stepsOfOurs.toFixed(2),
    'its speed over our thread': it.timesOneThread.toFixed(2),
    'host ms': it.dispatches ? it.hostMilliseconds.toFixed(2) : undefined,
    dispatches: it.dispatches || undefined,
    steps: it.steps,
    'nats: first': it.firstLoss.toFixed(1),
    'steps 2 to 5': it.earlyLoss.toFixed(1),
    'at the end': it.lastLoss.toFixed(1),
  }));
}
