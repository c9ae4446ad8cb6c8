// One term's chart.

import type { ReadonlySignal } from '@preact/signals-core';
import uPlot from 'uplot';
import type { Term } from '../../app/run/history';
import { chartRange } from '../../ui/charts/range';
import { logTicks } from '../../ui/charts/ticks';
import { onFrame } from '../../ui/dom';
import { fontFamily, theme, token } from '../../ui/ink';
import { atEnd, onResize, watch } from '../../ui/lifetime';
import { language } from '../../ui/text';
import { MINUS } from '../../ui/words';
import { readPen } from './hand';
import { extentOf, type Line, tablesOf, type View } from './lines';
import { drawMark } from './mark';
import type { CurveOptions, Window } from './options';

const AXIS_HEIGHT = 22;
const AXIS_WIDTH = 44;
/** Of a character of its labels, and of what is beside them. */
const CHARACTER = 8;
const BESIDE = 10;
const FAINT = '44';
const LIGHT = '80';

interface Surroundings {
  lines: ReadonlySignal<readonly Line[]>;
  options: CurveOptions;
  /** Where on the axis a line stands across. */
  mark: ReadonlySignal<number | undefined>;
  /** Where on the axis the pointer is. */
  point(x: number | undefined): void;
  signal: AbortSignal;
}

/** Draws the chart anew when its form changes, and its data before the next frame. */
export function showChart(root: HTMLElement, term: Term, around: Surroundings) {
  const { lines, options, signal } = around;
  let plot: uPlot | undefined;
  const view = (): View => ({
    term,
    axis: options.axis.value,
    smoothing: options.smoothing.value,
    logX: options.logX.value,
    logY: options.logY.value,
  });
  const redraw = onFrame(() => plot?.setData(uPlot.join(tablesOf(lines.peek(), view()))), signal);
  // A plot's series stand from its making: a new one where they change.
  const form = () => {
    const { smoothing, ...rest } = view();
    const keys = lines.value.filter(({ history }) => history.train.images.length > 0).map(({ key }) => key);
    return keys.length === 0 ? '' : JSON.stringify([keys, rest, smoothing > 0, theme.value, language.value]);
  };
  let made = '';
  watch(signal, () => {
    const wanted = form();
    options.smoothing.value;
    options.window.value;
    if (wanted === made) return redraw();
    made = wanted;
    plot?.destroy();
    plot = wanted === '' ? undefined : plotOf(root, lines.peek(), view(), around);
  });
  watch(signal, () => {
    around.mark.value;
    plot?.redraw(false);
  });
  onResize(signal, root, () => plot?.setSize(sizeOf(root)));
  atEnd(signal, () => plot?.destroy());
}

function plotOf(root: HTMLElement, lines: readonly Line[], view: View, around: Surroundings) {
  const plot = new uPlot(
    {
      ...sizeOf(root),
      padding: [8, 8, 0, 0],
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
      scales: scalesOf(view, around),
      axes: axesOf(view),
      series: [{}, ...seriesOf(lines, view)],
      hooks: {
        init: [(it) => readPen(it, around.signal), (it) => knowPlace(it, around.signal)],
        draw: [(it) => drawMark(it, around.mark.peek())],
        setSelect: [(it) => zoomToSelection(it, around.options)],
        setCursor: [(it) => around.point(pointed(it))],
      },
    },
    uPlot.join(tablesOf(lines, view)),
    root,
  );
  return plot;
}

const sizeOf = (root: HTMLElement) => ({ width: root.clientWidth, height: root.clientHeight });

/** It reckons from where it stood when the page was scrolled last; panels above may have grown since. */
function knowPlace(plot: uPlot, signal: AbortSignal) {
  for (const event of ['pointerenter', 'pointerdown'] as const)
    plot.over.addEventListener(event, () => plot.syncRect(), { signal });
}

function pointed({ cursor, posToVal }: uPlot) {
  return cursor.left === undefined || cursor.left < 0 ? undefined : posToVal(cursor.left, 'x');
}

function zoomToSelection(plot: uPlot, { zoom }: CurveOptions) {
  const { left, width } = plot.select;
  if (width <= 0) return;
  zoom([plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x')]);
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
}

function scalesOf(view: View, { lines, options }: Surroundings): uPlot.Scales {
  const window = (): Window => options.window.peek() ?? extentOf(lines.peek(), view);
  const log = (logarithmic: boolean): uPlot.Scale => (logarithmic ? { distr: 3 } : {});
  return {
    x: { ...log(view.logX), time: false, range: () => [...window()] },
    y: { ...log(view.logY), range: (plot) => chartRange(inWindow(plot.data, window()), view.logY) },
  };
}

/** The values in view, of every series. */
function* inWindow([x, ...ys]: uPlot.AlignedData, [from, to]: Window) {
  for (const y of ys)
    for (let i = 0; i < y.length; i++) if ((x[i] ?? 0) >= from && (x[i] ?? 0) <= to) yield y[i];
}

function axesOf({ axis, logX, logY }: View): uPlot.Axis[] {
  const common: uPlot.Axis = {
    stroke: token('--quiet'),
    font: `13px ${fontFamily()}`,
    grid: { stroke: token('--line'), width: 1 },
    ticks: { show: false },
  };
  const splits = (logarithmic: boolean): uPlot.Axis =>
    logarithmic ? { splits: (_, __, min, max) => logTicks(min, max), filter: (_, ticks) => ticks } : {};
  const whole = axis === 'steps' || axis === 'images' ? { incrs: WHOLE } : {};
  return [
    {
      ...common,
      ...splits(logX),
      ...whole,
      size: AXIS_HEIGHT,
      space: 44,
      values: (_, ticks) => ticks.map(shortened),
    },
    {
      ...common,
      ...splits(logY),
      size: (_, labels) => axisWidth(labels),
      space: 28,
      values: (_, ticks) => ticks.map(plain),
    },
  ];
}

const WHOLE = Array.from({ length: 10 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat();

/** For each line train, lighter, and test; behind each smoothed one the raw, faint. */
function seriesOf(lines: readonly Line[], { term, smoothing }: View): uPlot.Series[] {
  return lines.flatMap((line) => {
    const colour = token(line.colour(term));
    const series = (stroke: string, width: number): uPlot.Series => ({
      stroke,
      width,
      dash: line.dash,
      spanGaps: true,
      points: { show: isAlone, size: 5, fill: stroke },
    });
    const raw = smoothing > 0 ? [series(`${colour}${FAINT}`, 1)] : [];
    return [...raw, series(`${colour}${LIGHT}`, 1.25), ...raw, series(colour, 2)];
  });
}

/** A line begins as a point. */
function isAlone({ data }: uPlot, series: number) {
  let count = 0;
  for (const value of data[series] ?? []) if (value != null && ++count > 1) return false;
  return count === 1;
}

/** Labels that are longer than usual are not cut: one without its minus would be another number. */
export const axisWidth = (labels: readonly string[] | null) =>
  Math.max(AXIS_WIDTH, BESIDE + CHARACTER * Math.max(0, ...(labels ?? []).map(({ length }) => length)));

const plain = (value: number) => String(value).replace('-', MINUS);

export function shortened(value: number) {
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1000 ? `${value / 1000}k` : plain(value);
}
