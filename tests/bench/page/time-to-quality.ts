// From random weights until the test loss is good: how long training takes, evaluation not counted.

import { latentWorker, siteAt } from './systems';

const STEPS_BETWEEN_TESTS = 50;

interface Goal {
  base: string;
  threads: number;
  nats: number;
  limitSeconds: number;
}

export async function timeToQuality({ base, threads, nats, limitSeconds }: Goal) {
  const trainer = latentWorker();
  const started = performance.now();
  const run = await trainer.open(await siteAt(base), 'cpu', threads);
  await trainer.begin(run);
  const openingSeconds = (performance.now() - started) / 1000;
  let [trainingSeconds, evaluationSeconds, steps, testLoss] = [0, 0, 0, Number.POSITIVE_INFINITY];
  while (testLoss > nats) {
    if (trainingSeconds > limitSeconds) {
      throw new Error(
        `Expected a test loss of ${nats} nats within ${limitSeconds} s, but it is ${testLoss}.`,
      );
    }
    trainingSeconds += (await trainer.train(STEPS_BETWEEN_TESTS)).milliseconds / 1000;
    steps += STEPS_BETWEEN_TESTS;
    const test = await trainer.evaluate();
    evaluationSeconds += test.milliseconds / 1000;
    testLoss = test.loss;
  }
  const images = steps * run.train.batchSize;
  return { run, threads, nats, testLoss, trainingSeconds, evaluationSeconds, openingSeconds, steps, images };
}
