// Seconds of training from random weights, at the default settings, to a good test loss on greyscale MNIST.

import { measureInPage } from '../bench-page.mjs';

const NATS = 160;
const LIMIT_SECONDS = 600;

export const title = `From scratch to a greyscale test loss of ${NATS} nats`;

export function measure({ browser, isolated }) {
  return measureInPage(browser, 'timeToQuality', { isolated, nats: NATS, limitSeconds: LIMIT_SECONDS });
}

export function rows({ trainingSeconds, evaluationSeconds, openingSeconds, images, testLoss }) {
  return [
    {
      'training s': trainingSeconds.toFixed(1),
      'evaluation s, apart': evaluationSeconds.toFixed(1),
      'opening s, apart': openingSeconds.toFixed(1),
      images,
      'test nats': testLoss.toFixed(1),
    },
  ];
}
