import { expect, it } from 'vitest';
import { heldStop, stepsToStop, stopsAhead } from './stops';

const position = { epoch: 3, step: 300, stepInEpoch: 100, stepsPerEpoch: 100, images: 3000, seconds: 90 };

it('holds when what was asked for is reached', () => {
  expect(heldStop({ epochs: 3 }, position, undefined)).toBe('epochs');
  expect(heldStop({ epochs: 4 }, position, undefined)).toBeUndefined();
  expect(heldStop({ minutes: 1.5 }, position, undefined)).toBe('minutes');
  expect(heldStop({ minutes: 1.6 }, position, undefined)).toBeUndefined();
  expect(heldStop({ elbo: -150 }, position, -149.9)).toBe('elbo');
  expect(heldStop({ elbo: -150 }, position, -150.1)).toBeUndefined();
});

it('asks no more of a run than was asked for, and needs a test to judge the ELBO', () => {
  expect(heldStop({}, position, -100)).toBeUndefined();
  expect(heldStop({ elbo: -150 }, position, undefined)).toBeUndefined();
});

it('names the first of those that hold', () => {
  expect(heldStop({ epochs: 9, minutes: 1, elbo: -500 }, position, -100)).toBe('minutes');
});

it('leaves a run that goes on what it has not reached: another limit than the one that stopped it', () => {
  expect(stopsAhead({ epochs: 3, elbo: -100 }, position, -150)).toEqual({ elbo: -100 });
  expect(stopsAhead({ epochs: 10, minutes: 1 }, position, undefined)).toEqual({ epochs: 10 });
});

it('lets no step be made behind the last epoch, nor a stop that has passed hold up the next step', () => {
  expect(stepsToStop({ epochs: 3.255 }, position)).toBe(26);
  expect(stepsToStop({ epochs: 2 }, position)).toBe(1);
  expect(stepsToStop({ minutes: 1 }, position)).toBe(Number.POSITIVE_INFINITY);
});
