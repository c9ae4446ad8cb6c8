// The painter of images: grey bytes as ink on paper, in the colours of the theme.

import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import { make, workNow } from './dom';
import { shownData } from './shown-data';
import { applyTheme, chosenTheme } from './theme';

export type Hue = '--ink' | '--input' | '--output';
type Rgb = readonly [number, number, number];

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

function mix(from: Rgb, to: Rgb, share: number): number {
  const [red, green, blue] = from.map((value, index) =>
    Math.round(value + ((to[index] ?? 0) - value) * share),
  );
  return ((255 << 24) | ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0)) >>> 0;
}

/** For each grey byte its pixel: 0 is paper, 255 is ink. */
function inkTable(hue: Hue): Uint32Array {
  const known = tables.get(hue);
  if (known) return known;
  const paper = rgb('--paper');
  const ink = rgb(hue);
  const table = Uint32Array.from({ length: 256 }, (_, grey) => mix(paper, ink, grey / 255));
  tables.set(hue, table);
  return table;
}

/** Paints an image whose lines are `columns` tiles wide, at its natural size. */
export function paint(canvas: HTMLCanvasElement, grey: Uint8Array, hue: Hue, columns = 1) {
  const table = inkTable(hue);
  const image = new Uint32Array(grey.length);
  for (let index = 0; index < image.length; index++) image[index] = table[grey[index] ?? 0] ?? 0;
  put(canvas, image, columns);
}

/** The ink alone, on whatever lies behind. */
export function paintInk(canvas: HTMLCanvasElement, grey: Uint8Array, hue: Hue) {
  const [red, green, blue] = rgb(hue);
  const ink = (blue << 16) | (green << 8) | red;
  put(
    canvas,
    Uint32Array.from(grey, (share) => ((share << 24) | ink) >>> 0),
    1,
  );
}

/** Ink that only the input has in its colour, ink that only the output has in its. */
export function paintDifference(canvas: HTMLCanvasElement, input: Uint8Array, output: Uint8Array) {
  const missing = inkTable('--input');
  const added = inkTable('--output');
  const image = new Uint32Array(input.length);
  for (let index = 0; index < image.length; index++) {
    const difference = (input[index] ?? 0) - (output[index] ?? 0);
    image[index] = (difference > 0 ? missing[difference] : added[-difference]) ?? 0;
  }
  put(canvas, image, 1);
}

/** A canvas for one image, blank at first. */
export function blankTile(): HTMLCanvasElement {
  const { width, height } = shownData.peek();
  return Object.assign(make('canvas', 'tile'), { width, height });
}

export function wipe(canvas: HTMLCanvasElement) {
  canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
}

function put(canvas: HTMLCanvasElement, image: Uint32Array<ArrayBuffer>, columns: number) {
  const width = shownData.peek().width * columns;
  const height = image.length / width;
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas
    .getContext('2d')
    ?.putImageData(new ImageData(new Uint8ClampedArray(image.buffer), width, height), 0, 0);
}
