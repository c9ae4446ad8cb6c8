import { expect, it } from 'vitest';
import type { Input } from '../../app/input/state';
import { DATA } from '../testing';
import { frameOf } from './damaged';

const summary = { inkBox: 20, data: DATA };

/** A pad of 100 pixels a side with a filled rectangle. */
function drawn(left: number, top: number, width: number, height: number): Input {
  const ink = new Uint8Array(100 * 100);
  for (let y = top; y < top + height; y++) ink.fill(255, 100 * y + left, 100 * y + left + width);
  return { kind: 'drawing', ink: () => ink, side: 100, since: undefined };
}

it('lies where the model has taken the drawing from: its longer side is 20 of 28 pixels, its mass the middle', () => {
  const { left, top, side } = frameOf(drawn(10, 20, 20, 40), summary);
  // 40 of the pad's pixels are 20 of the model's, so 28 of these are 56 of the pad's, around (20, 40).
  expect(side).toBeCloseTo(0.56, 9);
  expect(left).toBeCloseTo(0.2 - 0.28, 9);
  expect(top).toBeCloseTo(0.4 - 0.28, 9);
});

it('is the whole pad for an image that was taken, and for a pad without ink', () => {
  const whole = { left: 0, top: 0, side: 1 };
  const sample = { split: 't10k', index: 0, label: 1, pixels: new Uint8Array(784) } as const;
  expect(frameOf({ kind: 'sample', ...sample }, summary)).toEqual(whole);
  expect(frameOf(drawn(0, 0, 0, 0), summary)).toEqual(whole);
  // Colours are taken as they lie on the pad.
  const colour = { ...summary, data: { ...DATA, channels: 3 } };
  expect(frameOf(drawn(10, 20, 20, 40), colour)).toEqual(whole);
});
