// Where many test digits lie: the density of their codes, as a shade.

import type { Viewport } from '../../../app/plane/viewport';
import { token } from '../../../ui/ink';
import { watch } from '../../../ui/lifetime';
import { text } from '../../../ui/text';
import { densityOf, pixelsOf, placesOf } from '../codes';
import type { MapLayer } from '../layers';
import { wantCodes } from '../want-codes';

/** Pixels of a cell, and the kernel's deviation in sigma. */
const CELL = 6;
const BANDWIDTH = 0.15;
/** The shade of the densest place. */
const DARKEST = 0.75;

export const density: MapLayer = {
  id: 'density',
  on: false,
  mount(stage, state, send) {
    const places = wantCodes(stage, state, send, density.id, placesOf);
    const small = document.createElement('canvas');
    stage.paint((context, view) => {
      const size = [Math.ceil(view.width / CELL), Math.ceil(view.height / CELL)] as const;
      const points = pixelsOf(places.value, view);
      const cells = densityOf(points, CELL, size, Math.max(1, (BANDWIDTH * view.scale) / CELL));
      shade(small, cells, size);
      context.drawImage(small, 0, 0, size[0] * CELL, size[1] * CELL);
      tint(context, view);
    });
    const key = stage.key('shade');
    watch(stage.signal, () => {
      key.textContent = text.value.map.keys.density;
    });
  },
};

/** The density as opacity. */
function shade(canvas: HTMLCanvasElement, cells: Float32Array, [width, height]: readonly [number, number]) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const image = new ImageData(width, height);
  // The square root keeps the thin places in sight.
  for (const [index, cell] of cells.entries()) image.data[4 * index + 3] = 255 * DARKEST * Math.sqrt(cell);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}

function tint(context: CanvasRenderingContext2D, { width, height }: Viewport) {
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = token('--latent');
  context.fillRect(0, 0, width, height);
  context.globalCompositeOperation = 'source-over';
}
