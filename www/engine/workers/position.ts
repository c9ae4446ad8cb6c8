// Where a run stands, and when it is tested.

import type { Position } from '../protocol';

const TEST_EVERY = 100;

export function positionAt(
  step: number,
  stepsPerEpoch: number,
  batchSize: number,
  seconds: number,
): Position {
  const done = Math.max(0, step - 1);
  return {
    epoch: Math.floor(done / stepsPerEpoch) + 1,
    step,
    stepInEpoch: step === 0 ? 0 : (done % stepsPerEpoch) + 1,
    stepsPerEpoch,
    images: step * batchSize,
    seconds,
  };
}

export const isEpochEnd = ({ stepInEpoch, stepsPerEpoch }: Position) => stepInEpoch === stepsPerEpoch;

export const isTestDue = (position: Position) => isEpochEnd(position) || position.step % TEST_EVERY === 0;

export function stepsToNextTest(position: Position): number {
  const { step, stepInEpoch, stepsPerEpoch } = position;
  const toEpochEnd = isEpochEnd(position) ? stepsPerEpoch : stepsPerEpoch - stepInEpoch;
  return Math.min(TEST_EVERY - (step % TEST_EVERY), toEpochEnd);
}
