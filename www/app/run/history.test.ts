import { describe, expect, it } from 'vitest';
import { emptyHistory, pointAt, upTo, withPoint } from './history';

const terms = (value: number) => ({ reconstruction: value, kl: 1, elbo: -value - 1 });
const position = (step: number) => ({
  epoch: Math.floor((step - 1) / 100) + 1,
  step,
  stepInEpoch: ((step - 1) % 100) + 1,
  stepsPerEpoch: 100,
  images: 10 * step,
  seconds: step / 50,
});

describe('a curve', () => {
  let curve = emptyHistory().train;
  let longest = 0;
  for (let step = 1; step <= 20_000; step++) {
    curve = withPoint(curve, pointAt(position(step), terms(step)));
    longest = Math.max(longest, curve.steps.length);
  }

  it('stays bounded', () => {
    expect(longest).toBe(2000);
  });

  it('keeps its start whole, and its newest point', () => {
    expect(curve.steps.slice(0, 200)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    expect(curve.steps.at(-1)).toBe(20_000);
  });

  it('is evenly spaced behind its start', () => {
    const behind = curve.steps.slice(200, -1);
    const gaps = new Set(behind.slice(1).map((step, index) => step - (behind[index] ?? 0)));
    expect(gaps).toEqual(new Set([curve.every]));
  });

  it('keeps its columns together', () => {
    expect(curve.reconstruction).toEqual(curve.steps);
    expect(curve.images).toEqual(curve.steps.map((step) => 10 * step));
    expect(curve.epochs.at(-1)).toBe(200);
    expect(curve.seconds.at(-1)).toBe(400);
  });
});

describe('what of a history came up to a step', () => {
  const grown = (from: number, to: number, curve = emptyHistory().train) => {
    let grows = curve;
    for (let step = from; step <= to; step++) grows = withPoint(grows, pointAt(position(step), terms(step)));
    return grows;
  };

  it('goes on as if the rest had not been', () => {
    const cut = upTo({ train: grown(1, 5000), test: emptyHistory().test }, 4200).train;
    expect(cut.steps.at(-1)).toBeLessThanOrEqual(4200);
    const { steps, every } = grown((cut.steps.at(-1) ?? 0) + 1, 5000, cut);
    const behind = steps.slice(200, -1);
    expect(new Set(behind.slice(1).map((step, index) => step - (behind[index] ?? 0)))).toEqual(
      new Set([every]),
    );
    expect(steps.at(-1)).toBe(5000);
  });

  it('is nothing where a run starts anew, and all where nothing came after', () => {
    const train = grown(1, 50);
    expect(upTo({ train, test: train }, 0).train.steps).toEqual([]);
    expect(upTo({ train, test: train }, 50).train).toBe(train);
  });
});
