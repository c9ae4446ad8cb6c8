import { expect, it } from 'vitest';
import { ticksOf } from './ticks';
import { type MapGrid, Viewport, WHOLE } from './viewport';

const ticks = (from: number, to: number, grid: MapGrid) => {
  const view = new Viewport({ ...WHOLE, span: to - from, centre: [(from + to) / 2, 0] }, grid, 560, 560);
  return ticksOf([from, to], grid, 560, (sigma) => view.x(sigma), 36);
};
const labels = (from: number, to: number, grid: MapGrid = 'equal spacing') =>
  ticks(from, to, grid).map(({ sigma }) => Math.round(sigma * 10) / 10 + 0);

it('ticks are whole sigmas on the whole map, and finer in a closer window', () => {
  expect(labels(-3, 3)).toEqual([-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3]);
  expect(labels(0.5, 1.5)).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5]);
});

it('by equal prior mass they keep their distance', () => {
  const shown = ticks(-3, 3, 'equal prior mass');
  expect(shown.map(({ sigma }) => sigma)).toContain(0);
  for (const [index, { at }] of shown.slice(1).entries()) {
    expect(at - (shown[index]?.at ?? 0)).toBeGreaterThanOrEqual(36);
  }
});
