// Canvases whose units are pixels of the page, and whose own are the device's.

import { type ReadonlySignal, signal } from '@preact/signals-core';

interface Size {
  readonly width: number;
  readonly height: number;
}

const ratio = signal(1);
/** Pixels of the device in one of the page. What paints reads it, and paints again on another screen or zoomed. */
export const pixelRatio: ReadonlySignal<number> = ratio;

export function followPixelRatio() {
  askForChange();
  // Zooming resizes. Where a browser tells nothing of another screen, a press is when it must be known.
  for (const event of ['resize', 'pointerdown']) addEventListener(event, readRatio, { capture: true });
}

const readRatio = () => {
  ratio.value = devicePixelRatio;
};

/** A query can ask for one ratio alone: at each change there is another one to ask for. */
function askForChange() {
  readRatio();
  const same = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  same.addEventListener('change', askForChange, { once: true });
}

/** So many of the page's pixels, in pixels of the device. */
export const inDevice = (pixels: number) => Math.round(pixels * ratio.value);

/** Fits a canvas to the size, in pixels of the device, and wipes it; its units are pixels of the page. */
export function cleared(canvas: HTMLCanvasElement, { width, height }: Size) {
  const size = { width: inDevice(width), height: inDevice(height) };
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to paint on.');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(ratio.value, 0, 0, ratio.value, 0, 0);
  return context;
}

/** Whether what is read of a canvas is what was painted: against fingerprinting some browsers answer white, or noise. */
export function readsTrue(): boolean {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: SIDE, height: SIDE });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return false;
  for (const [index, colour] of COLOURS.entries()) {
    context.fillStyle = `rgb(${colour.join(' ')})`;
    context.fillRect(0, index * (SIDE / COLOURS.length), SIDE, SIDE);
  }
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  const isOff = (value: number, index: number) => {
    const colour = COLOURS[Math.floor((index * COLOURS.length) / data.length)] ?? [];
    return Math.abs(value - (colour[index % 4] ?? 255)) > UNSEEN;
  };
  return !data.some(isOff);
}

const SIDE = 16;
const COLOURS = [
  [200, 30, 90],
  [10, 120, 240],
] as const;
/** So small a difference is one that nobody sees in a picture. */
const UNSEEN = 3;
