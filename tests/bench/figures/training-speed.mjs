// Images a second in training, next to jax-js on the same model in the same run.

import { measureInPage } from '../bench-page.mjs';

export const title = 'Training speed in a worker on CPU';

export function measure({ browser, seconds, isolated }) {
  return measureInPage(browser, 'trainingSpeed', { isolated, seconds });
}

export function rows({ systems }) {
  return systems.map((it) => ({
    system: it.name,
    threads: it.threads,
    'ms a step': it.millisecondsPerStep.toFixed(2),
    'fastest ms': it.fastestMillisecondsPerStep.toFixed(2),
    'images a second': Math.round(it.imagesPerSecond),
    'our speed over it': it.stepsOfOurs.toFixed(2),
    'nats at the end': it.lastLoss.toFixed(1),
  }));
}
