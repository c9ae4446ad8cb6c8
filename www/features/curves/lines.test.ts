import { expect, it } from 'vitest';
import { emptyHistory, type History, withPoint } from '../../app/run/history';
import { extentOf, type Line, tablesOf, type View, valueAt } from './lines';

function line(values: readonly number[]): Line {
  let { train } = emptyHistory();
  for (const [index, elbo] of values.entries()) {
    const images = 64 * (index + 1);
    const along = { images, steps: index + 1, epochs: index / 10, seconds: index };
    train = withPoint(train, { ...along, reconstruction: -elbo, kl: elbo + 100, elbo });
  }
  const history: History = { train, test: emptyHistory().test };
  return { key: 'a', history, colour: () => '--kl', dash: [] };
}

const view: View = { term: 'elbo', axis: 'images', smoothing: 0, logX: false, logY: false };
const lines = [line([-200, -150])];

it('draws train and test, and the raw behind the smoothed', () => {
  expect(tablesOf(lines, view)).toEqual([
    [
      [64, 128],
      [-200, -150],
    ],
    [[], []],
  ]);
  const [train] = tablesOf(lines, { ...view, smoothing: 0.5 });
  expect(train?.[1]).toEqual([-200, -150]);
  expect(train?.[2]?.[1]).toBeCloseTo((-150 * 2 - 200) / 3, 9);
});

it('turns the ELBO for a logarithmic axis, and leaves out what is not above 0', () => {
  expect(tablesOf(lines, { ...view, logY: true })[0]?.[1]).toEqual([200, 150]);
  expect(tablesOf(lines, { ...view, term: 'kl', logY: true })[0]?.[1]).toEqual([null, null]);
});

it('covers all of the runs, from 0 unless that has no logarithm', () => {
  expect(extentOf(lines, view)).toEqual([0, 128]);
  expect(extentOf(lines, { axis: 'images', logX: true })).toEqual([64, 128]);
  expect(extentOf([line([])], { axis: 'seconds', logX: true })[0]).toBeGreaterThan(0);
});

it('reads a curve at its end, or at or before a place', () => {
  const { train } = lines[0]?.history ?? emptyHistory();
  expect(valueAt(train, 'elbo', 'images', undefined)).toBe(-150);
  expect(valueAt(train, 'elbo', 'images', 100)).toBe(-200);
  expect(valueAt(train, 'elbo', 'images', 10)).toBeUndefined();
});
