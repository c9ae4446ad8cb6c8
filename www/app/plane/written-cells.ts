// What a model writes at places of the plane, each on a tile in the colour that it has, where it has one.

import { fontFamily } from '../../ui/ink';
import { imageAt, shownData } from '../../ui/shown-data';
import { colourAt, linesOf, textOf } from '../../ui/written';
import type { Plane } from './geometry';
import type { TileBlock } from './tiles';
import type { Viewport } from './viewport';

/** The cells of a map of texts, each with the text that is written there, row by row. */
export interface WrittenCells {
  /** One after the other, as the data has them. */
  samples: Uint8Array;
  block: TileBlock;
  plane: Plane;
}

/** Letters' height on the smallest tiles, and as part of a large one's side. */
const SMALLEST = 11;
const PART = 1 / 7.5;
const LINE = 1.2;
/** Of a tile's side, beside its text. */
const MARGIN = 0.05;

/** Each text on its tile, which has its colour. */
export function paintTexts(
  context: CanvasRenderingContext2D,
  { samples, block }: WrittenCells,
  view: Viewport,
  ink: string,
) {
  const side = block.side * view.scale;
  const size = Math.max(SMALLEST, side * PART);
  const columns = block.across.length;
  Object.assign(context, { textAlign: 'center', textBaseline: 'middle', font: `${size}px ${fontFamily()}` });
  const fits = (words: string) => context.measureText(words).width <= (1 - 2 * MARGIN) * side;
  for (let cell = 0; cell < columns * block.up.length; cell++) {
    const bytes = imageAt(samples, cell);
    const left = view.left(block.left + (cell % columns) * block.side);
    const top = view.top(block.top - Math.floor(cell / columns) * block.side);
    const colour = colourAt(bytes, shownData.peek());
    if (colour) {
      context.fillStyle = `rgb(${colour.join(' ')})`;
      context.fillRect(left, top, side + 0.5, side + 0.5);
    }
    context.fillStyle = colour ? inkOn(colour) : ink;
    const lines = linesOf(textOf(bytes, shownData.peek()), fits);
    for (const [line, words] of lines.entries()) {
      const y = top + side / 2 + (line - (lines.length - 1) / 2) * LINE * size;
      context.fillText(words, left + side / 2, y);
    }
  }
}

/** Black or white, whichever stands out more (WCAG 2.2, relative luminance). */
function inkOn(colour: readonly number[]): string {
  const [red = 0, green = 0, blue = 0] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000000' : '#ffffff';
}
