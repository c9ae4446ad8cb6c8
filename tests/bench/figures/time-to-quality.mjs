// Seconds of training from random weights, at the default settings, to a good test loss on greyscale MNIST.

import { availableParallelism } from 'node:os';
import { openBenchPage } from '../bench-page.mjs';

const NATS = 150;
const LIMIT_SECONDS = 600;

export const title = `From scratch to a greyscale test loss of ${NATS} nats on all CPU threads`;

export async function measure({ browser }) {
  const { page, base, close } = await openBenchPage(browser, { isolated: true });
  const goal = { base, threads: availableParallelism(), nats: NATS, limitSeconds: LIMIT_SECONDS };
  try {
    return await page.evaluate(`figures.timeToQuality(${JSON.stringify(goal)})`);
  } finally {
    await close();
  }
}

export function rows({ threads, trainingSeconds, evaluationSeconds, openingSeconds, images, testLoss }) {
  return [
    {
      threads,
      'training s': trainingSeconds.toFixed(1),
      'evaluation s, apart': evaluationSeconds.toFixed(1),
      'opening s, apart': openingSeconds.toFixed(1),
      images,
      'test nats': testLoss.toFixed(1),
    },
  ];
}
