import { expect, it } from 'vitest';
import { DEFAULT_RUN } from '../../app/settings/schema';
import { guessStep, smallRun, timeSteps } from './timing';

/** Steps that take so long each, the first ones longer, on a clock of its own. */
function session(perStep: number, warmUp: number) {
  let time = 0;
  const chunks: number[] = [];
  return {
    chunks,
    now: () => time,
    train: async (steps: number) => {
      time += steps * perStep + (time === 0 ? warmUp : 0);
      chunks.push(steps);
      return {} as never;
    },
  };
}

it.each([0.1, 6, 90, 700])('finds %d ms a step, without the first one', async (perStep) => {
  const { train, now } = session(perStep, 5000);
  expect(await timeSteps({ train }, now)).toBeCloseTo(perStep);
});

it('reads figures back as rarely as training does, and ends soon', async () => {
  const { train, now, chunks } = session(1, 0);
  await timeSteps({ train }, now);
  expect(Math.max(...chunks)).toBe(40);
  expect(now()).toBeLessThan(600);
});

it('guesses a long step from a small one, and asks nothing of small batches', async () => {
  const of = (batchSize: number) => ({ ...DEFAULT_RUN, train: { ...DEFAULT_RUN.train, batchSize } });
  expect(smallRun(of(64))).toBeUndefined();
  expect(smallRun(of(4096))?.train.batchSize).toBe(128);
  const { train, now } = session(400, 900);
  expect(await guessStep({ train }, of(4096), now)).toBeCloseTo(12.8);
});
