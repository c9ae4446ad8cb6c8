// The runs' curves beside each other: on one scale, or each on its own where one would flatten the rest.

import type { History, Term } from '../../app/run/history';
import { chartRange } from '../../ui/charts/range';
import { linear } from '../../ui/charts/scale';
import { ticksOf, tickWords } from '../../ui/charts/ticks';
import { clipped, fill, label, line, pathOf, svg } from '../../ui/svg';

type Range = readonly [number, number];

export interface Scales {
  /** Of each run. */
  ranges: readonly Range[];
  /** The runs that would be flat on one scale for all, by their places: each has its own scale then. */
  flat: readonly number[];
}

/** A curve that takes less than this part of its chart's height is flat. */
const FLAT = 0.2;
const HEIGHT = 130;
const [TOP, BOTTOM] = [8, 20];
/** Room beside the labels, and for the half of a dot. */
const APART = 6;
/** Of a figure of a label, at most. */
const FIGURE = 8.5;
const MOST = 300;

const valuesOf = ({ train, test }: History, term: Term) => [...train[term], ...test[term]];

export function scalesOf(histories: readonly History[], term: Term): Scales {
  const own = histories.map((history) => chartRange(valuesOf(history, term)));
  const all: Range = [Math.min(...own.map(([low]) => low)), Math.max(...own.map(([, high]) => high))];
  const flat = own.flatMap(([low, high], index) => (high - low < FLAT * (all[1] - all[0]) ? [index] : []));
  return { ranges: flat.length > 0 ? own : own.map(() => all), flat };
}

/** Beside the chart's lines: all of the labels up, and half of the last one across. */
export function roomFor(up: readonly number[], across: readonly number[]): { left: number; right: number } {
  const widthOf = (value: number | undefined) => (value === undefined ? 0 : FIGURE * tickWords(value).length);
  return {
    left: Math.max(...up.map(widthOf), 0) + 2 * APART,
    right: Math.max(APART, widthOf(across.at(-1)) / 2),
  };
}

/** Train, lighter, and test over so many epochs. */
export function drawCurves(
  root: SVGElement,
  width: number,
  history: History,
  { term, range, epochs }: { term: Term; range: Range; epochs: number },
) {
  const [up, across] = [ticksOf(range, 4), ticksOf([0, epochs], 3)];
  const { left, right } = roomFor(up, across);
  const x = linear([0, epochs], [left, width - right]);
  const y = linear(range, [HEIGHT - BOTTOM, TOP]);
  const floor = HEIGHT - BOTTOM;
  const inner = clipped(left, TOP, Math.max(1, width - left - right), floor - TOP);
  const dots: SVGElement[] = [];
  for (const split of ['train', 'test'] as const) {
    const curve = history[split];
    const every = Math.ceil(curve.epochs.length / MOST);
    const points = curve.epochs
      .map((at, index): [number, number] => [x(at), y(curve[term][index] ?? 0)])
      .filter((_, index) => (curve.epochs.length - 1 - index) % every === 0);
    inner.append(svg('path', { class: `${split} ${term}`, d: pathOf(points) }));
    const [only, more] = points;
    // A line begins as a point, which is whole at the chart's edge too.
    if (only && !more) dots.push(svg('circle', { class: term, cx: only[0], cy: only[1], r: 3.5 }));
  }
  fill(
    root,
    width,
    HEIGHT,
    ...up.map((value) => line(left, y(value), width - right, y(value), 'grid')),
    line(left, floor, width - right, floor, 'axis'),
    ...up.map((value) => label(left - APART, y(value) + 4, tickWords(value), 'end')),
    ...across.map((value) => label(x(value), HEIGHT - 5, tickWords(value))),
    inner,
    ...dots,
  );
}
