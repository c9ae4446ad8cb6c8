// What the regions of a map of items are called: by the items that stand out there, in their colours.

import { fontFamily } from '../../ui/ink';
import { hueOfItem } from '../../ui/item-hue';
import { nameOfItem } from '../../ui/shown-data';
import type { Pair, Plane } from './geometry';
import { placed, type Region, regionsOf } from './regions';
import type { TileBlock } from './tiles';
import type { Viewport } from './viewport';

/** The cells of a map of items, each with those that stand out most there, row by row. */
export interface NamedCells {
  cells: readonly (readonly number[])[];
  block: TileBlock;
  plane: Plane;
}

interface Colours {
  /** As #rrggbb or #rgb. */
  paper: string;
  text: string;
}

/** Letters' height on the smallest map, and as part of a large one's width. */
const SMALLEST = 11;
const PART = 1 / 34;
/** A line's height and a name's greatest width, in letters' heights. */
const LINE = 1.25;
const WIDEST = 10;
/** Room about a name, in letters' heights. */
const MARGIN = 0.25;
/** How strong a region's colour is. */
const TINT = 0.22;
/** Regions of fewer cells have no name. */
const FEWEST = 3;

/** The regions of one item, tinted in its colour, with the names of the large ones where they find room. */
export function paintNames(
  context: CanvasRenderingContext2D,
  named: NamedCells,
  view: Viewport,
  colours: Colours,
) {
  tint(context, named, view);
  const regions = regionsOf(named.cells, named.block.across.length);
  write(
    context,
    regions.filter(({ cells }) => cells >= FEWEST),
    named,
    { view, colours },
  );
}

/** The cells in the colours of their items, run into each other. */
function tint(context: CanvasRenderingContext2D, { cells, block }: NamedCells, view: Viewport) {
  const [columns, rows] = [block.across.length, block.up.length];
  const small = Object.assign(document.createElement('canvas'), { width: columns, height: rows });
  const cell = small.getContext('2d');
  if (!cell) return;
  for (const [index, [item]] of cells.entries()) {
    if (item === undefined) continue;
    cell.fillStyle = `hsl(${hueOfItem(item)} 55% 55%)`;
    cell.fillRect(index % columns, Math.floor(index / columns), 1, 1);
  }
  const side = block.side * view.scale;
  context.globalAlpha = TINT;
  context.imageSmoothingQuality = 'high';
  context.drawImage(small, view.left(block.left), view.top(block.top), side * columns, side * rows);
  context.globalAlpha = 1;
}

function write(
  context: CanvasRenderingContext2D,
  regions: readonly Region[],
  { block }: NamedCells,
  { view, colours }: { view: Viewport; colours: Colours },
) {
  const size = Math.max(SMALLEST, view.width * PART);
  const font = (line: number) => `${line === 0 ? 700 : 400} ${size}px ${fontFamily()}`;
  const formOf = (items: readonly number[]) => {
    const lines = items.map((item, line) => {
      context.font = font(line);
      return shortened(nameOfItem(item), (words) => context.measureText(words).width <= WIDEST * size);
    });
    const widths = lines.map((words, line) => {
      context.font = font(line);
      return context.measureText(words).width;
    });
    const box: Pair = [Math.max(...widths) + 2 * MARGIN * size, (lines.length * LINE + MARGIN) * size];
    return { name: { lines, hue: hueOfItem(items[0] ?? 0) }, size: box };
  };
  const wanted = regions.map(({ items, deepest: [column, row] }) => ({
    at: [
      view.left(block.left + (column + 0.5) * block.side),
      view.top(block.top - (row + 0.5) * block.side),
    ] as const,
    forms: [formOf(items), formOf(items.slice(0, 1))],
  }));
  Object.assign(context, { textAlign: 'center', textBaseline: 'middle', lineJoin: 'round' });
  const lightness = isLight(colours.paper) ? 30 : 74;
  context.strokeStyle = colours.paper;
  context.lineWidth = size / 3;
  for (const { name, at } of placed(wanted, [view.width, view.height])) {
    for (const [line, words] of name.lines.entries()) {
      const top = at[1] + (line - (name.lines.length - 1) / 2) * LINE * size;
      context.font = font(line);
      context.fillStyle = line === 0 ? `hsl(${name.hue} 60% ${lightness}%)` : colours.text;
      context.strokeText(words, at[0], top);
      context.fillText(words, at[0], top);
    }
  }
}

/** Whether a grey, as #rrggbb or #rgb, is nearer to white than to black. */
const isLight = (colour: string) => Number.parseInt(colour.slice(1, 2), 16) > 7;

/** As much of a name as fits. */
export function shortened(name: string, fits: (words: string) => boolean): string {
  if (fits(name)) return name;
  const letters = [...name];
  let length = letters.length - 1;
  const cut = () => `${letters.slice(0, length).join('').trimEnd()}…`;
  while (length > 1 && !fits(cut())) length--;
  return cut();
}
