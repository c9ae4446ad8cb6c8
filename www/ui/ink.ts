// The painter of images: grey ones as ink on paper, in the colours of the theme, coloured ones as they are.

import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import { make, workNow } from './dom';
import { greyTable, isColour, pixelsOf, type Rgb } from './pixels';
import { shownData } from './shown-data';
import { applyTheme, chosenTheme } from './theme';

export type Hue = '--ink' | '--input' | '--output';

const changes = signal(0);
/** Changes with the theme: what paints with its colours reads it. */
export const theme: ReadonlySignal<number> = changes;
const tables = new Map<Hue, Uint32Array>();
const colours = new Map<string, string>();

const refresh = () => {
  tables.clear();
  colours.clear();
  changes.value++;
};
/** Keeps the colours in step with the theme, the system and the printer. */
export function followTheme() {
  for (const query of [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
  ]) {
    matchMedia(query).addEventListener('change', refresh);
  }
  effect(() => {
    chosenTheme.value;
    untracked(refresh);
  });
  // Paper is white, and waits for no frame.
  addEventListener('beforeprint', () => {
    applyTheme('light');
    refresh();
    workNow();
  });
  addEventListener('afterprint', () => {
    applyTheme();
    refresh();
  });
}

let probe: HTMLElement | undefined;
/** An element that takes a colour for the asking. */
function probed(): HTMLElement {
  if (probe) return probe;
  probe = make('i', '');
  probe.hidden = true;
  document.body.append(probe);
  return probe;
}

/** A colour token as the style sheet has it now, as #rrggbb: a canvas knows every way in which a colour can be written. */
export function token(name: string): string {
  const known = colours.get(name);
  if (known) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to paint on.');
  const element = probed();
  element.style.color = `var(${name})`;
  context.fillStyle = getComputedStyle(element).color;
  colours.set(name, context.fillStyle);
  return context.fillStyle;
}

/** The page's fonts, for what a canvas writes. */
export const fontFamily = () => getComputedStyle(document.body).fontFamily;

function rgb(name: string): Rgb {
  const value = Number.parseInt(token(name).slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** For each grey byte its pixel, in the theme's colours. */
export function inkTable(hue: Hue): Uint32Array {
  const known = tables.get(hue);
  if (known) return known;
  const table = greyTable(rgb('--paper'), rgb(hue));
  tables.set(hue, table);
  return table;
}

/** Paints rows of `columns` images, as `pixelsOf` reads them, at their natural size: of the model's data, or of other data. */
export function paint(
  canvas: HTMLCanvasElement,
  images: Uint8Array,
  hue: Hue,
  columns = 1,
  data: Parameters<typeof pixelsOf>[1] = shownData.peek(),
) {
  put(canvas, pixelsOf(images, data, inkTable(hue), columns));
}

/** The ink alone, on whatever lies behind; colours leave nothing of that. */
export function paintInk(canvas: HTMLCanvasElement, image: Uint8Array, hue: Hue) {
  const [red = 0, green = 0, blue = 0] = rgb(hue);
  const ink = (blue << 16) | (green << 8) | red;
  const table = Uint32Array.from({ length: 256 }, (_, share) => ((share << 24) | ink) >>> 0);
  put(canvas, pixelsOf(image, shownData.peek(), table));
}

/**
 * Ink that only the input has in its colour, ink that only the output has in its; of colours how far apart they are, the mean
 * of red, green and blue, as ink.
 */
export function paintDifference(canvas: HTMLCanvasElement, input: Uint8Array, output: Uint8Array) {
  const data = shownData.peek();
  const plane = data.width * data.height;
  const [missing, added, ink] = [inkTable('--input'), inkTable('--output'), inkTable('--ink')];
  const image = new Uint32Array(plane);
  for (let at = 0; at < plane; at++) {
    let [apart, difference] = [0, 0];
    for (let byte = at; byte < input.length; byte += plane) {
      difference = (input[byte] ?? 0) - (output[byte] ?? 0);
      apart += Math.abs(difference);
    }
    const table = isColour(data) ? ink : difference > 0 ? missing : added;
    image[at] = table[Math.round(apart / data.channels)] ?? 0;
  }
  put(canvas, new ImageData(new Uint8ClampedArray(image.buffer), data.width));
}

/** A canvas for one image, blank at first. */
export function blankTile(): HTMLCanvasElement {
  const { width, height } = shownData.peek();
  return Object.assign(make('canvas', 'tile'), { width, height });
}

/** Nothing, in the place of an image. */
export function wipe(canvas: HTMLCanvasElement) {
  const { width, height } = shownData.peek();
  // What is set is cleared.
  Object.assign(canvas, { width, height });
}

function put(canvas: HTMLCanvasElement, image: ImageData) {
  const { width, height } = image;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
}
