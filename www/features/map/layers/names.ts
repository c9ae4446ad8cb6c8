// What the regions of a model of items are called: by the items that stand out there, in their colours.

import { computed } from '@preact/signals-core';
import type { Pair } from '../../../app/plane/geometry';
import type { Viewport } from '../../../app/plane/viewport';
import { hasItems } from '../../../engine/data/spec';
import { fontFamily, token } from '../../../ui/ink';
import { hueOfItem } from '../../../ui/item-hue';
import { watch } from '../../../ui/lifetime';
import { nameOfItem } from '../../../ui/shown-data';
import { text } from '../../../ui/text';
import type { MapLayer } from '../layers';
import { placed, type Region, regionsOf } from '../regions';
import type { NamedCells } from '../state';

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

export const names: MapLayer = {
  id: 'names',
  suits: hasItems,
  on: true,
  mount(stage, state) {
    const { named, naming } = state.map;
    const regions = computed(() =>
      named.value ? regionsOf(named.value.cells, named.value.block.across.length) : [],
    );
    stage.paint((context, view) => {
      if (!named.value) return;
      tint(context, named.value, view);
      const large = regions.value.filter(({ cells }) => cells >= FEWEST);
      write(context, large, named.value, view);
    });
    watch(stage.signal, () => {
      stage.base.ariaBusy = String(naming.value);
    });
    const key = stage.key('region');
    watch(stage.signal, () => {
      key.textContent = text.value.map.keys.names;
    });
  },
};

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
  view: Viewport,
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
  const paper = token('--paper');
  const lightness = isLight(paper) ? 30 : 74;
  context.strokeStyle = paper;
  context.lineWidth = size / 3;
  for (const { name, at } of placed(wanted, [view.width, view.height])) {
    for (const [line, words] of name.lines.entries()) {
      const top = at[1] + (line - (name.lines.length - 1) / 2) * LINE * size;
      context.font = font(line);
      context.fillStyle = line === 0 ? `hsl(${name.hue} 60% ${lightness}%)` : token('--text');
      context.strokeText(words, at[0], top);
      context.fillText(words, at[0], top);
    }
  }
}

/** Whether a colour, as #rrggbb, is nearer to white than to black. */
const isLight = (colour: string) => Number.parseInt(colour.slice(3, 5), 16) > 127;

/** As much of a name as fits. */
export function shortened(name: string, fits: (words: string) => boolean): string {
  if (fits(name)) return name;
  const letters = [...name];
  let length = letters.length - 1;
  const cut = () => `${letters.slice(0, length).join('').trimEnd()}…`;
  while (length > 1 && !fits(cut())) length--;
  return cut();
}
