// Grey bytes as ink, in the colours of the theme or black on white.

import { token } from '../../ui/ink';
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

/** An image whose lines are `columns` tiles wide, at its natural size, as ink of a colour on nothing. */
export function inked(grey: Uint8Array, columns: number, ink: string): HTMLCanvasElement {
  const width = shownData.peek().width * columns;
  const [canvas, context] = canvasOf(width, grey.length / width, 'transparent');
  const image = context.createImageData(canvas.width, canvas.height);
  for (const [pixel, value] of grey.entries()) image.data[4 * pixel + 3] = value;
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = ink;
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Enlarged with edges, as the page shows digits. */
export function drawSample(
  context: CanvasRenderingContext2D,
  grey: Uint8Array,
  [x, y, side]: readonly [number, number, number],
  ink: string,
) {
  context.imageSmoothingEnabled = false;
  context.drawImage(inked(grey, 1, ink), x, y, side, side);
}
