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
const [LEFT, RIGHT, TOP, BOTTOM] = [46, 14, 8, 20];
const MOST = 300;

const valuesOf = ({ train, test }: History, term: Term) => [...train[term], ...test[term]];

export function scalesOf(histories: readonly History[], term: Term): Scales {
  const own = histories.map((history) => chartRange(valuesOf(history, term)));
  const all: Range = [Math.min(...own.map(([low]) => low)), Math.max(...own.map(([, high]) => high))];
  const flat = own.flatMap(([low, high], index) => (high - low < FLAT * (all[1] - all[0]) ? [index] : []));
  return { ranges: flat.length > 0 ? own : own.map(() => all), flat };
}

/** Train, lighter, and test over so many epochs. */
export function drawCurves(
  root: SVGElement,
  width: number,
  history: History,
  { term, range, epochs }: { term: Term; range: Range; epochs: number },
) {
  const x = linear([0, epochs], [LEFT, width - RIGHT]);
  const y = linear(range, [HEIGHT - BOTTOM, TOP]);
  const floor = HEIGHT - BOTTOM;
  const up = ticksOf(range, 4);
  const inner = clipped(LEFT, TOP, Math.max(1, width - LEFT - RIGHT), floor - TOP);
  for (const split of ['train', 'test'] as const) {
    const curve = history[split];
    const every = Math.ceil(curve.epochs.length / MOST);
    const points = curve.epochs
      .map((at, index): [number, number] => [x(at), y(curve[term][index] ?? 0)])
      .filter((_, index) => (curve.epochs.length - 1 - index) % every === 0);
    inner.append(svg('path', { class: `${split} ${term}`, d: pathOf(points) }));
    const [only, more] = points;
    // A line begins as a point.
    if (only && !more) inner.append(svg('circle', { class: term, cx: only[0], cy: only[1], r: 3.5 }));
  }
  const across = ticksOf([0, epochs], 3);
  fill(
    root,
    width,
    HEIGHT,
    ...up.map((value) => line(LEFT, y(value), width - RIGHT, y(value), 'grid')),
    line(LEFT, floor, width - RIGHT, floor, 'axis'),
    ...up.map((value) => label(LEFT - 6, y(value) + 4, tickWords(value), 'end')),
    ...across.map((value) => label(x(value), HEIGHT - 5, tickWords(value))),
    inner,
  );
}
