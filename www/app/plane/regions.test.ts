import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Pair } from './geometry';
import { shortened } from './named-cells';
import { placed, regionsOf } from './regions';

/** A cell for each digit, by which it is called; of a dot nothing stands out. */
const grid = (...rows: string[]) =>
  rows.flatMap((row) => [...row].map((sign) => (sign === '.' ? [] : [Number(sign), 9])));

it('finds the regions that hang together, the largest first, and calls each by its item and the next', () => {
  const found = regionsOf(grid('1112', '1112', '1112', '3331'), 4);
  expect(found.map(({ items, cells }) => [items[0], cells])).toEqual([
    [1, 9],
    [2, 3],
    [3, 3],
    [1, 1],
  ]);
  expect(found[0]).toEqual({ items: [1, 9], cells: 9, deepest: [1, 1] });
  expect(regionsOf([[4, 5], [4, 6], [4, 6], [4]], 2)[0]?.items).toEqual([4, 6]);
  expect(regionsOf([[4]], 1)[0]?.items).toEqual([4]);
});

it('leaves out cells in which nothing stands out, and puts a name into the region, not into its gap', () => {
  const [ring] = regionsOf(grid('11111', '1...1', '1...1', '1...1', '11111'), 5);
  expect(ring?.cells).toBe(16);
  const [column, row] = ring?.deepest ?? [2, 2];
  expect(column === 0 || column === 4 || row === 0 || row === 4).toBe(true);
  expect(regionsOf(grid('..', '..'), 2)).toEqual([]);
});

it('gives the smaller form where the larger has no room, and none over another', () => {
  const forms = (large: Pair) => [
    { name: 'large', size: large },
    { name: 'small', size: [20, 10] as const },
  ];
  const at = [50, 50] as const;
  expect(placed([{ at, forms: forms([60, 30]) }], [100, 100])).toEqual([{ name: 'large', at }]);
  expect(placed([{ at, forms: forms([160, 30]) }], [100, 100])).toEqual([{ name: 'small', at }]);
  const two = [
    { at, forms: forms([60, 30]) },
    { at: [50, 80] as const, forms: forms([60, 30]) },
    { at: [50, 55] as const, forms: forms([60, 30]) },
  ];
  expect(placed(two, [100, 100]).map(({ name }) => name)).toEqual(['large', 'small']);
  // At the edge it is moved into the map.
  expect(placed([{ at: [0, 99], forms: forms([60, 30]) }], [100, 100])).toEqual([
    { name: 'large', at: [30, 85] },
  ]);
});

it('lets no two names of whatever sizes overlap, and none leave the map', () => {
  const side = fc.integer({ min: 1, max: 120 });
  const place = fc.tuple(fc.integer({ min: -20, max: 220 }), fc.integer({ min: -20, max: 220 }));
  const wanted = fc.array(fc.record({ at: place, size: fc.tuple(side, side) }), { maxLength: 30 });
  fc.assert(
    fc.property(wanted, (names) => {
      const boxes = placed(
        names.map(({ at, size }) => ({ at, forms: [{ name: size, size }] })),
        [200, 200],
      );
      for (const [index, { at, name }] of boxes.entries()) {
        for (const axis of [0, 1] as const) {
          expect(at[axis] - name[axis] / 2).toBeGreaterThanOrEqual(0);
          expect(at[axis] + name[axis] / 2).toBeLessThanOrEqual(200);
        }
        for (const other of boxes.slice(index + 1)) {
          const apart = ([0, 1] as const).map(
            (axis) => Math.abs(at[axis] - other.at[axis]) - (name[axis] + other.name[axis]) / 2,
          );
          expect(Math.max(...apart)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
  );
});

it('shortens a name to what fits', () => {
  const within = (length: number) => (words: string) => words.length <= length;
  expect(shortened('Barn', within(4))).toBe('Barn');
  expect(shortened('Snowy mountain', within(8))).toBe('Snowy m…');
  expect(shortened('Snowy mountain', within(7))).toBe('Snowy…');
  expect(shortened('Snowy mountain', within(0))).toBe('S…');
});
