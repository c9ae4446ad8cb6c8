// What the map offers its layers: a place to draw that follows the window, the size and the theme, until a layer goes.

import { computed, type ReadonlySignal } from '@preact/signals-core';
import { Viewport } from '../../app/plane/viewport';
import type { ReadonlyState } from '../../app/store';
import { cleared } from '../../ui/canvas';
import { make } from '../../ui/dom';
import { theme } from '../../ui/ink';
import { appendUntil, watch } from '../../ui/lifetime';

const SVG = 'http://www.w3.org/2000/svg';

export interface MapStage {
  /** Where coordinates lie on the screen. */
  readonly view: ReadonlySignal<Viewport>;
  /** The canvas that holds the focus and hears pointers; the tiles are painted on it. */
  readonly base: HTMLCanvasElement;
  /** An element over the map, and under the layers that are registered later. */
  svg(content: string): SVGSVGElement;
  /** Elements of their own place and size. */
  html(...content: HTMLElement[]): HTMLElement;
  /** Draws at once, and again when the view, the theme, or a signal that was read changes. */
  paint(draw: (context: CanvasRenderingContext2D, view: Viewport) => void): void;
  /** An entry of the legend. */
  key(className: string): HTMLElement;
  /** Aborts when the layer is switched off. */
  readonly signal: AbortSignal;
}

export function viewportOf(state: ReadonlyState): ReadonlySignal<Viewport> {
  return computed(() => {
    const [width, height] = state.map.size.value;
    return new Viewport(state.plane.window.value, state.plane.grid.value, width || 1, height || 1);
  });
}

/** The stage of one layer, until the signal aborts. */
export function stageOf(
  view: ReadonlySignal<Viewport>,
  base: HTMLCanvasElement,
  layer: HTMLElement,
  legend: HTMLElement,
  signal: AbortSignal,
): MapStage {
  return {
    view,
    base,
    signal,
    svg(content) {
      const element = document.createElementNS(SVG, 'svg');
      element.innerHTML = content;
      appendUntil(signal, layer, element);
      watch(signal, () => element.setAttribute('viewBox', `0 0 ${view.value.width} ${view.value.height}`));
      return element;
    },
    html(...content) {
      const element = make('div', '', ...content);
      appendUntil(signal, layer, element);
      return element;
    },
    paint(draw) {
      const canvas = make('canvas', '');
      appendUntil(signal, layer, canvas);
      watch(signal, () => {
        theme.value;
        draw(cleared(canvas, view.value), view.value);
      });
    },
    key(className) {
      const element = make('span', `key ${className}`);
      appendUntil(signal, legend, element);
      return element;
    },
  };
}
