// Images as pixels: grey ones as ink on paper, in the colours that the style gives the canvas.

import type { DataSpec } from '../engine/latent';

type Rgb = readonly number[];

/** An image's pixels, as wide and high as the data says. */
export function pixelsOf(
  image: Uint8Array,
  { width, height, channels }: DataSpec,
  colours: Colours,
): ImageData {
  const pixels = new ImageData(width, height);
  const plane = width * height;
  for (let at = 0; at < plane; at++) {
    for (let channel = 0; channel < 3; channel++) {
      const value = image[channels === 3 ? channel * plane + at : at] ?? 0;
      pixels.data[4 * at + channel] = channels === 3 ? value : mixed(colours, channel, value / 255);
    }
    pixels.data[4 * at + 3] = 255;
  }
  return pixels;
}

export interface Colours {
  readonly paper: Rgb;
  readonly ink: Rgb;
}

export function coloursOf(canvas: Element): Colours {
  const { color, backgroundColor } = getComputedStyle(canvas);
  return { paper: numbers(backgroundColor), ink: numbers(color) };
}

const numbers = (colour: string): Rgb => (colour.match(/[\d.]+/g) ?? []).map(Number);

const mixed = ({ paper, ink }: Colours, channel: number, share: number) => {
  const [from, to] = [paper[channel] ?? 255, ink[channel] ?? 0];
  return from + (to - from) * share;
};
