// Zooming into the curves and moving along them: by wheel, keys and fingers. A range that is dragged is the chart's.

import type { Pair } from '../../app/plane/geometry';
import { readFingers } from './hand';
import type { CurveOptions, Window } from './options';

const FACTOR = 1.5;
const MOVE = 0.2;
/** The smallest part of the whole that is worth seeing. */
const LEAST = 1e-4;

/**
 * The window in which what lay at one place lies at another, so many times as large; undefined where that is all there is.
 * Places are parts of the window, from 0 to 1.
 */
export function gripped(
  now: Window,
  all: Window,
  from: number,
  to: number,
  times: number,
): Window | undefined {
  const width = Math.max((now[1] - now[0]) / times, LEAST * (all[1] - all[0]));
  const start = now[0] + from * (now[1] - now[0]) - to * width;
  return within([start, start + width], all);
}

/** The window made `times` times smaller about a place. */
export const zoomed = (now: Window, all: Window, times: number, about: number) =>
  gripped(now, all, about, about, times);

/** The window moved by a part of its width. */
export const moved = (now: Window, all: Window, part: number) => gripped(now, all, part, 0, 1);

function within([from, to]: Window, all: Window): Window | undefined {
  const width = to - from;
  if (width >= all[1] - all[0]) return undefined;
  const start = Math.min(Math.max(from, all[0]), all[1] - width);
  return [start, start + width];
}

const KEYS: Record<string, (now: Window, all: Window) => Window | undefined> = {
  '+': (now, all) => zoomed(now, all, FACTOR, 0.5),
  '=': (now, all) => zoomed(now, all, FACTOR, 0.5),
  '-': (now, all) => zoomed(now, all, 1 / FACTOR, 0.5),
  ArrowLeft: (now, all) => moved(now, all, -MOVE),
  ArrowRight: (now, all) => moved(now, all, MOVE),
  Home: () => undefined,
};

/** `extent` is the whole of the axis. */
export function readZoom(
  chart: HTMLElement,
  options: CurveOptions,
  extent: () => Window,
  signal: AbortSignal,
) {
  // Equal distances are equal ratios on a logarithmic axis.
  const straight = (window: Window): Window =>
    options.logX.peek() ? [Math.log(window[0]), Math.log(window[1])] : window;
  const back = (window: Window | undefined): Window | undefined =>
    window && options.logX.peek() ? [Math.exp(window[0]), Math.exp(window[1])] : window;
  const change = (to: (now: Window, all: Window) => Window | undefined) => {
    const all = extent();
    options.zoom(back(to(straight(options.window.peek() ?? all), straight(all))));
  };

  /** Where on the axis a pointer is, as a part of the window. */
  const placeOf = (x: number) => {
    const plot = chart.querySelector('.u-over')?.getBoundingClientRect();
    return plot ? (x - plot.left) / plot.width : 0;
  };
  const grip = ([from]: Pair, [to]: Pair, times: number) =>
    change((now, all) => gripped(now, all, placeOf(from), placeOf(to), times));
  readFingers(chart, options, grip, signal);
  // Two taps are a double click too.
  chart.addEventListener('dblclick', () => options.zoom(undefined), { signal });
  const press = (event: KeyboardEvent) => {
    const key = KEYS[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    change(key);
  };
  chart.addEventListener('keydown', press, { signal });
  const turn = (x: number, times: number) => {
    const about = Math.min(1, Math.max(0, placeOf(x)));
    change((now, all) => zoomed(now, all, times, about));
  };
  readWheel(chart, turn, signal);
}

function readWheel(chart: HTMLElement, zoom: (x: number, times: number) => void, signal: AbortSignal) {
  chart.addEventListener(
    'wheel',
    (event) => {
      // Elsewhere the wheel scrolls the page. Pinching on a touchpad comes as a wheel with Ctrl.
      if (!event.ctrlKey && document.activeElement !== chart) return;
      event.preventDefault();
      zoom(event.clientX, 1.002 ** -event.deltaY);
    },
    { passive: false, signal },
  );
}
