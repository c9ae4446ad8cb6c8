// The contact sheet: pictures beside each other, in the colours in which the page shows such data.

import { sizeOf } from '../../../engine/data/spec';
import type { ImportedSet } from '../../../engine/protocol/importer';
import { inkTable } from '../../../ui/ink';
import { pixelsOf } from '../../../ui/pixels';

const COLUMNS = 12;
const GAP = 1;

export function drawSheet(canvas: HTMLCanvasElement, { data, sheet }: ImportedSet) {
  const size = sizeOf(data);
  const pictures = sheet.images.length / size;
  const [across, down] = [data.width + GAP, data.height + GAP];
  canvas.width = Math.min(COLUMNS, pictures) * across - GAP;
  canvas.height = Math.ceil(pictures / COLUMNS) * down - GAP;
  const context = canvas.getContext('2d');
  if (!context) return;
  const grey = inkTable('--ink');
  for (let index = 0; index < pictures; index++) {
    const image = pixelsOf(sheet.images.subarray(index * size, (index + 1) * size), data, grey);
    context.putImageData(image, (index % COLUMNS) * across, Math.floor(index / COLUMNS) * down);
  }
}
