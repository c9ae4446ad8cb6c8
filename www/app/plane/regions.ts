// The regions of the map that have one item in common, and where their names find room.

import type { Pair } from './geometry';

/** Cells beside each other in which the same item stands out most. */
export interface Region {
  /** That item, and the one that comes after it in most of the cells. */
  items: readonly number[];
  cells: number;
  /** The cell that lies deepest in it: column and row. */
  deepest: Pair;
}

/** The regions of a grid whose cells have their items in their order, row by row; the largest first. */
export function regionsOf(cells: readonly (readonly number[])[], columns: number): Region[] {
  const left = new Set(cells.flatMap((items, cell) => (items.length > 0 ? [cell] : [])));
  const regions: Region[] = [];
  for (const cell of left) {
    const own = grown(cell, cells, columns, left);
    const [first = 0] = cells[cell] ?? [];
    const next = commonest(own.map((each) => cells[each]?.[1]));
    const items = next === undefined ? [first] : [first, next];
    regions.push({ items, cells: own.length, deepest: deepestOf(own, cells.length, columns) });
  }
  return regions.sort((one, other) => other.cells - one.cells);
}

/** All cells that hang together with one by their first item; they are taken out of those that are left. */
function grown(
  start: number,
  cells: readonly (readonly number[])[],
  columns: number,
  left: Set<number>,
): number[] {
  const own = [start];
  left.delete(start);
  for (const cell of own) {
    for (const beside of besides(cell, cells.length, columns)) {
      if (!left.has(beside) || cells[beside]?.[0] !== cells[start]?.[0]) continue;
      left.delete(beside);
      own.push(beside);
    }
  }
  return own;
}

const besides = (cell: number, count: number, columns: number) => [
  ...(cell % columns > 0 ? [cell - 1] : []),
  ...(cell % columns < columns - 1 ? [cell + 1] : []),
  ...(cell >= columns ? [cell - columns] : []),
  ...(cell + columns < count ? [cell + columns] : []),
];

function commonest(items: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>();
  for (const item of items) if (item !== undefined) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** Peeled from its edge, which the edge of the map is too, the last that is left; of several the one nearest to their middle. */
function deepestOf(cells: readonly number[], count: number, columns: number): Pair {
  let core = new Set(cells);
  for (;;) {
    const inner = [...core].filter((cell) => {
      const around = besides(cell, count, columns);
      return around.length === 4 && around.every((beside) => core.has(beside));
    });
    if (inner.length === 0) break;
    core = new Set(inner);
  }
  const places = [...core].map((cell): Pair => [cell % columns, Math.floor(cell / columns)]);
  const mean = (axis: 0 | 1) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  const [x, y] = [mean(0), mean(1)];
  const away = ([column, row]: Pair) => Math.hypot(column - x, row - y);
  return places.reduce((best, place) => (away(place) < away(best) ? place : best));
}

/** A name with room for it. */
export interface Placed<Name> {
  name: Name;
  /** The middle of its box. */
  at: Pair;
}

/** Pixels between two names. */
const APART = 6;

/**
 * The names that find room on a map of this size, the first before the others: each in the smaller of its forms where the larger
 * has none. A box is moved into the map; where it would lie over another, it is left out.
 */
export function placed<Name>(
  wanted: readonly { at: Pair; forms: readonly { name: Name; size: Pair }[] }[],
  [width, height]: Pair,
): Placed<Name>[] {
  const taken: { at: Pair; size: Pair }[] = [];
  const inside = (middle: number, size: number, whole: number) =>
    Math.min(Math.max(middle, size / 2), whole - size / 2);
  const isFree = (at: Pair, size: Pair) =>
    taken.every((box) =>
      ([0, 1] as const).some(
        (axis) => Math.abs(at[axis] - box.at[axis]) >= (size[axis] + box.size[axis]) / 2 + APART,
      ),
    );
  return wanted.flatMap(({ at, forms }) => {
    for (const { name, size } of forms) {
      if (size[0] > width || size[1] > height) continue;
      const middle: Pair = [inside(at[0], size[0], width), inside(at[1], size[1], height)];
      if (!isFree(middle, size)) continue;
      taken.push({ at: middle, size });
      return [{ name, at: middle }];
    }
    return [];
  });
}
