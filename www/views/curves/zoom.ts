// Zooming into the curves and moving along them: by wheel and by keys. Dragging is the chart's.

import type { CurveOptions, Window } from './options';

const FACTOR = 1.5;
const MOVE = 0.2;
/** The smallest part of the whole that is worth seeing. */
const LEAST = 1e-4;

/** The window made `factor` times smaller about a place in it, from 0 to 1; undefined where that is all of it. */
export function zoomed(now: Window, all: Window, factor: number, about: number): Window | undefined {
  const width = Math.max((now[1] - now[0]) / factor, LEAST * (all[1] - all[0]));
  const from = now[0] + about * (now[1] - now[0] - width);
  return within([from, from + width], all);
}

/** The window moved by a part of its width. */
export function moved([from, to]: Window, all: Window, part: number): Window | undefined {
  const by = part * (to - from);
  return within([from + by, to + by], all);
}

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
export function readZoom(chart: HTMLElement, options: CurveOptions, extent: () => Window) {
  // Equal distances are equal ratios on a logarithmic axis.
  const straight = (window: Window): Window =>
    options.logX.peek() ? [Math.log(window[0]), Math.log(window[1])] : window;
  const back = (window: Window | undefined): Window | undefined =>
    window && options.logX.peek() ? [Math.exp(window[0]), Math.exp(window[1])] : window;
  const change = (to: (now: Window, all: Window) => Window | undefined) => {
    const all = extent();
    options.zoom(back(to(straight(options.window.peek() ?? all), straight(all))));
  };

  chart.addEventListener('dblclick', () => options.zoom(undefined));
  chart.addEventListener('keydown', (event) => {
    const key = KEYS[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    change(key);
  });
  chart.addEventListener(
    'wheel',
    (event) => {
      // Elsewhere the wheel scrolls the page. Pinching on a touchpad comes as a wheel with Ctrl.
      if (!event.ctrlKey && document.activeElement !== chart) return;
      event.preventDefault();
      const plot = chart.querySelector('.u-over')?.getBoundingClientRect();
      if (!plot) return;
      const about = Math.min(1, Math.max(0, (event.clientX - plot.left) / plot.width));
      change((now, all) => zoomed(now, all, 1.002 ** -event.deltaY, about));
    },
    { passive: false },
  );
}
