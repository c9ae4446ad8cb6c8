import { expect, it } from 'vitest';
import { emptyHistory, type History, pointAt, withPoint } from '../../app/run/history';
import { roomFor, scalesOf } from './charts';

/** A run whose KL goes evenly from one value to another. */
function history(from: number, to: number): History {
  let { train, test } = emptyHistory();
  for (let step = 1; step <= 100; step++) {
    const kl = from + ((to - from) * step) / 100;
    const position = { epoch: 1, step, stepInEpoch: step, stepsPerEpoch: 100, images: step, seconds: step };
    train = withPoint(train, pointAt(position, { reconstruction: 1, kl, elbo: -1 - kl }));
    test = withPoint(test, pointAt(position, { reconstruction: 1, kl, elbo: -1 - kl }));
  }
  return { train, test };
}

it('draws like curves on one scale', () => {
  const { ranges, flat } = scalesOf([history(10, 5), history(9, 6)], 'kl');
  expect(flat).toEqual([]);
  expect(ranges[0]).toEqual(ranges[1]);
});

it('gives each its own where one would flatten the rest, and says which would be flat', () => {
  const { ranges, flat } = scalesOf([history(0, 900), history(9, 6), history(8, 5)], 'kl');
  expect(flat).toEqual([1, 2]);
  expect(ranges[0]?.[1]).toBeGreaterThan(800);
  expect(ranges[1]?.[1]).toBeLessThan(10);
});

it('has a scale for each, whatever came', () => {
  expect(scalesOf([emptyHistory(), emptyHistory()], 'elbo').ranges).toHaveLength(2);
  expect(scalesOf([], 'elbo')).toEqual({ ranges: [], flat: [] });
});

it('leaves room for the longest label up, and for the half of the last one across', () => {
  const [short, long] = [roomFor([-5, 0], [0, 1]), roomFor([-1200.5, 0], [0, 20_000])];
  expect(long.left - short.left).toBeGreaterThan(40);
  expect(long.right - short.right).toBeGreaterThan(10);
  expect(roomFor([], [])).toEqual({ left: 12, right: 6 });
});
