import { describe, expect, it } from 'vitest';
import { type MapGrid, Viewport, WHOLE, within } from './viewport';

const grids: MapGrid[] = ['equal spacing', 'equal prior mass'];

describe('the whole map', () => {
  it('covers three sigma, with the second axis upwards', () => {
    const view = new Viewport(WHOLE, 'equal spacing', 600, 600);
    expect(view.at(0, 0)).toEqual([-3, 3]);
    expect(view.at(300, 300)).toEqual([0, 0]);
    expect(view.at(600, 600)).toEqual([3, -3]);
  });

  it('by equal prior mass has a quarter of the prior in each quarter of an axis', () => {
    const view = new Viewport(WHOLE, 'equal prior mass', 600, 600);
    const [x, y] = view.at(150, 300);
    expect(x).toBeCloseTo(-0.674489750196, 7);
    expect(y).toBeCloseTo(0, 12);
  });

  it('of a single dimension is a strip', () => {
    const view = new Viewport(WHOLE, 'equal spacing', 600, 60);
    expect(view.at(600, 10)).toEqual([3, 0]);
    expect(view.y(0)).toBe(30);
  });
});

describe.each(grids)('by %s', (grid) => {
  it('a point of the screen is where its coordinates are drawn, however the map was moved', () => {
    const window = within({ centre: [0.9, -0.4], span: 2.5 }, grid);
    const view = new Viewport(window, grid, 480, 480);
    for (const [x, y] of [
      [0, 0],
      [100, 420],
      [479, 33],
    ] as const) {
      const [across, up] = view.at(x, y);
      expect(view.x(across)).toBeCloseTo(x, 4);
      expect(view.y(up)).toBeCloseTo(y, 4);
    }
  });

  it('zooming keeps what is under the pointer there', () => {
    const view = new Viewport(WHOLE, grid, 480, 480);
    const pointer = [120, 300] as const;
    const closer = new Viewport(view.zoomed(2, pointer), grid, 480, 480);
    expect(closer.window.span).toBe(3);
    const [before, after] = [view.at(...pointer), closer.at(...pointer)];
    expect(after[0]).toBeCloseTo(before[0], 8);
    expect(after[1]).toBeCloseTo(before[1], 8);
    expect(closer.zoomed(0.5, pointer)).toEqual(WHOLE);
  });

  it('panning moves what is shown with the pointer', () => {
    const view = new Viewport({ centre: [0, 0], span: 2 }, grid, 480, 480);
    const moved = new Viewport(view.gripped([200, 200], [230, 180], 1), grid, 480, 480);
    const [before, after] = [view.at(200, 200), moved.at(230, 180)];
    expect(after[0]).toBeCloseTo(before[0], 8);
    expect(after[1]).toBeCloseTo(before[1], 8);
  });

  it('two fingers that part and move take what is under them along', () => {
    const view = new Viewport({ centre: [0.2, 0.1], span: 4 }, grid, 480, 480);
    const moved = new Viewport(view.gripped([200, 200], [230, 180], 1.6), grid, 480, 480);
    expect(moved.window.span).toBe(2.5);
    const [before, after] = [view.at(200, 200), moved.at(230, 180)];
    expect(after[0]).toBeCloseTo(before[0], 8);
    expect(after[1]).toBeCloseTo(before[1], 8);
  });

  it('has an end on every side, and a closest view', () => {
    const view = new Viewport(WHOLE, grid, 480, 480);
    expect(view.zoomed(1000, [0, 0]).span).toBe(0.6);
    const far = within({ centre: [90, -90], span: 90 }, grid);
    const edge = grid === 'equal spacing' ? 4 : 3;
    expect(far.span).toBe(2 * edge);
    expect(far.centre.map(Math.abs)).toEqual([0, 0]);
    expect(within({ centre: [90, 0], span: 2 }, grid).centre[0]).toBe(edge - 1);
  });
});
