// Images on a canvas: grey bytes as ink, in the colours of the theme or black on white, colours as they are.

import { token } from '../../ui/ink';
import { isColour, pixelsOf } from '../../ui/pixels';
import { shownData } from '../../ui/shown-data';

export interface Colours {
  paper: string;
  ink: string;
  output: string;
  latent: string;
  text: string;
}

export const themeColours = (): Colours => ({
  paper: token('--paper'),
  ink: token('--ink'),
  output: token('--output'),
  latent: token('--latent'),
  text: token('--text'),
});

export const blackOnWhite: Colours = {
  paper: '#fff',
  ink: '#000',
  output: '#000',
  latent: '#000',
  text: '#000',
};

export function canvasOf(
  width: number,
  height: number,
  paper: string,
): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to paint on.');
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  return [canvas, context];
}

/** How much ink a byte is, as black that covers so much. */
const SHARES = Uint32Array.from({ length: 256 }, (_, share) => (share << 24) >>> 0);

/** Rows of `columns` images, as `pixelsOf` reads them, at their natural size: as ink of a colour on nothing, or as coloured as they are. */
export function inked(
  images: Uint8Array,
  columns: number,
  ink: string,
  data = shownData.peek(),
): HTMLCanvasElement {
  const pixels = pixelsOf(images, data, SHARES, columns);
  const [canvas, context] = canvasOf(pixels.width, pixels.height, 'transparent');
  context.putImageData(pixels, 0, 0);
  if (isColour(data)) return canvas;
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = ink;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Enlarged with edges, as the page shows digits. */
export function drawSample(
  context: CanvasRenderingContext2D,
  image: Uint8Array,
  [x, y, side]: readonly [number, number, number],
  ink: string,
) {
  context.imageSmoothingEnabled = false;
  context.drawImage(inked(image, 1, ink), x, y, side, side);
}
