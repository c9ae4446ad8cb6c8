import { describe, expect, it } from 'vitest';
import { COLUMNS, stripBlock, tileBlock, tileSide } from './tiles';
import { WHOLE } from './viewport';

describe('the tiles', () => {
  it('of the whole map are 20 by 20, their rows from the top', () => {
    const side = tileSide(WHOLE, 560, false, COLUMNS, 40);
    const { left, top, across, up } = tileBlock(WHOLE, 'equal spacing', side);
    expect([left, top, across.length, up.length]).toEqual([-3, 3, 20, 20]);
    expect(across[0]).toBeCloseTo(-2.85, 12);
    expect(up[0]).toBeCloseTo(2.85, 12);
    expect(up[19]).toBeCloseTo(-2.85, 12);
  });

  it('of a coarser pass cover the same', () => {
    const { left, top, across, up } = tileBlock(WHOLE, 'equal spacing', 1.2);
    expect([left, top, across.length, up.length]).toEqual([-3, 3, 5, 5]);
  });

  it('by equal prior mass lie in the middle of equal shares of it', () => {
    const { across } = tileBlock(WHOLE, 'equal prior mass', 0.3);
    // scipy.stats.norm.ppf((i + 0.5) / 20)
    expect(across[0]).toBeCloseTo(-1.9599639845400545, 8);
    expect(across[9]).toBeCloseTo(-0.06270677794321385, 8);
    expect(across[19]).toBeCloseTo(1.959963984540054, 8);
  });

  it('stay where they are when the window moves', () => {
    const moved = tileBlock({ centre: [0.1, -0.25], span: 6 }, 'equal spacing', 0.3);
    expect([moved.across.length, moved.up.length]).toEqual([21, 21]);
    expect(moved.across[0]).toBeCloseTo(-2.85, 12);
    expect(moved.up[20]).toBeCloseTo(-3.15, 12);
  });

  it('are fewer where so many are asked for, and stay large on a large map of large letters', () => {
    expect(tileSide(WHOLE, 800, true, 10, 40)).toBeCloseTo(0.6, 12);
    expect(tileSide(WHOLE, 1400, false, COLUMNS, 75)).toBeCloseTo(0.3, 12);
  });

  it('halve as the map is enlarged, and are no more than 21 by 21 where time is short', () => {
    expect(tileSide({ centre: [0, 0], span: 3 }, 560, false, COLUMNS, 40)).toBeCloseTo(0.15, 12);
    expect(tileSide(WHOLE, 1400, false, COLUMNS, 40)).toBeCloseTo(0.15, 12);
    for (let span = 0.6; span <= 8; span += 0.1) {
      const window = { centre: [0.123, 0.3], span } as const;
      const block = tileBlock(window, 'equal spacing', tileSide(window, 1400, true, COLUMNS, 40));
      expect(block.across.length).toBeLessThanOrEqual(21);
      expect(block.across.length).toBeGreaterThanOrEqual(10);
    }
  });
});

it('a strip has ten tiles in its window', () => {
  const { left, across, up } = stripBlock({ centre: [1, 0], span: 2 }, 'equal spacing');
  expect([left, across.length]).toEqual([0, 10]);
  expect(across[9]).toBeCloseTo(1.9, 12);
  expect(up).toEqual([0]);
});
