import { expect, it } from 'vitest';
import { timeSteps } from './timing';

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
