// What the map offers its layers: a place to draw that follows the window, the size and the theme, until a layer goes.

import { computed, effect, type ReadonlySignal } from '@preact/signals-core';
import { Viewport } from '../../app/plane/viewport';
import type { State } from '../../app/store';
import { make } from '../../ui/dom';
import { theme } from '../../ui/ink';

const SVG = 'http://www.w3.org/2000/svg';

export interface MapStage {
  /** Where coordinates lie on the screen. */
  readonly view: ReadonlySignal<Viewport>;
  /** The canvas that holds the focus and hears pointers; the tiles are painted on it. */
  readonly base: HTMLCanvasElement;
  /** An element over the map, and under the layers that are registered later. */
  svg(content: string): SVGSVGElement;
  /** Elements of their own place and size. */
  html(...content: HTMLElement[]): void;
  /** Draws at once, and again when the view, the theme, or a signal that was read changes. */
  paint(draw: (context: CanvasRenderingContext2D, view: Viewport) => void): void;
  /** An entry of the legend. */
  key(className: string): HTMLElement;
  effect(work: () => void): void;
  /** Aborts when the layer is switched off: for listeners. */
  readonly removed: AbortSignal;
}

export function viewportOf(state: State): ReadonlySignal<Viewport> {
  return computed(() => {
    const [width, height] = state.map.size.value;
    return new Viewport(state.plane.window.value, state.plane.grid.value, width || 1, height || 1);
  });
}

/** Fits a canvas to the view, in pixels of the device, and wipes it; its units are pixels of the page. */
export function cleared(canvas: HTMLCanvasElement, { width, height }: Viewport) {
  const size = { width: Math.round(width * devicePixelRatio), height: Math.round(height * devicePixelRatio) };
  if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to paint on.');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  return context;
}

/** The stage of one layer, and what strikes it. */
export function raiseStage(
  view: ReadonlySignal<Viewport>,
  base: HTMLCanvasElement,
  layer: HTMLElement,
  legend: HTMLElement,
): [stage: MapStage, strike: () => void] {
  const going = new AbortController();
  const until = (end: () => void) => going.signal.addEventListener('abort', end);
  const run = (work: () => void) => until(effect(work));
  const stage: MapStage = {
    view,
    base,
    removed: going.signal,
    effect: run,
    svg(content) {
      const element = document.createElementNS(SVG, 'svg');
      element.innerHTML = content;
      layer.append(element);
      run(() => element.setAttribute('viewBox', `0 0 ${view.value.width} ${view.value.height}`));
      return element;
    },
    html(...content) {
      layer.append(make('div', '', ...content));
    },
    paint(draw) {
      const canvas = make('canvas', '');
      layer.append(canvas);
      run(() => {
        theme.value;
        draw(cleared(canvas, view.value), view.value);
      });
    },
    key(className) {
      const element = make('span', `key ${className}`);
      legend.append(element);
      return element;
    },
  };
  const strike = () => {
    going.abort();
    layer.replaceChildren();
    legend.replaceChildren();
  };
  return [stage, strike];
}
