// What a byte of a grey image is painted as: ink on paper, in the colours that the style gives the canvas.

import { greyTable, type Rgb } from '../../ui/pixels';

export function inkOf(canvas: Element): Uint32Array {
  const { color, backgroundColor } = getComputedStyle(canvas);
  return greyTable(numbers(backgroundColor), numbers(color));
}

/** Without its opacity, if it says one. */
const numbers = (colour: string): Rgb => (colour.match(/[\d.]+/g) ?? []).map(Number).slice(0, 3);
