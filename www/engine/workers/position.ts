// Where a run stands, and when it is tested.

import type { Position } from '../protocol';

const TEST_EVERY = 100;
const TEST_DIGITS = 1000;

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

const isEpochEnd = ({ stepInEpoch, stepsPerEpoch }: Position) => stepInEpoch === stepsPerEpoch;

/**
 * How many of all the test digits the model is to be tested on now: all at an epoch's end, some where the run ends, and in
 * between unless that has to be short.
 */
export function imagesDue(
  position: Position,
  all: number,
  { short, ends }: { short: boolean; ends: boolean },
): number {
  if (isEpochEnd(position)) return all;
  const due = ends || (position.step % TEST_EVERY === 0 && !short);
  return due ? Math.min(TEST_DIGITS, all) : 0;
}

export function stepsToNextTest(position: Position): number {
  const { step, stepInEpoch, stepsPerEpoch } = position;
  const toEpochEnd = isEpochEnd(position) ? stepsPerEpoch : stepsPerEpoch - stepInEpoch;
  return Math.min(TEST_EVERY - (step % TEST_EVERY), toEpochEnd);
}
