// The runs that the charts draw, and what of them.

import type { Axis, Curve, History, Term } from '../../app/run/history';
import type { ReadonlyState } from '../../app/store';
import { DASHES } from '../../ui/charts/dashes';
import type { Window } from './options';
import { smoothed } from './smoothing';

/** A run on the charts. */
export interface Line {
  key: string;
  history: History;
  /** The colour's token: the present run is drawn in the term's. */
  colour(term: Term): string;
  dash: number[];
}

export function linesOf({ run: { history }, runs: { kept } }: ReadonlyState): Line[] {
  const present: Line = {
    key: 'present',
    history: history.value,
    colour: (term) => `--${term}`,
    dash: [],
  };
  const before = kept.value.filter(({ overlaid }) => overlaid);
  return [
    present,
    ...before.map(({ run, look, history }) => ({
      key: String(run),
      history,
      colour: () => `--run-${look + 1}`,
      dash: DASHES[look] ?? [],
    })),
  ];
}

/** On a logarithmic axis the ELBO, which is below 0, is drawn with its sign turned. */
export const isTurned = (term: Term, logarithmic: boolean) => term === 'elbo' && logarithmic;

export interface View {
  term: Term;
  axis: Axis;
  smoothing: number;
  logX: boolean;
  logY: boolean;
}

type Table = [x: number[], ...y: (number | null)[][]];

/** For each line its curves as tables for `uPlot.join`: train, test, and each smoothed where that is asked for. */
export function tablesOf(lines: readonly Line[], view: View): Table[] {
  const weights = view.smoothing > 0 ? [0, view.smoothing] : [0];
  return lines.flatMap(({ history }) =>
    [history.train, history.test].map((curve): Table => {
      const columns = weights.map((weight) => valuesOf(curve, weight, view));
      return [curve[view.axis].map((x) => x), ...columns];
    }),
  );
}

function valuesOf(curve: Curve, weight: number, { term, logY }: View): (number | null)[] {
  const sign = isTurned(term, logY) ? -1 : 1;
  // A logarithm knows nothing at or below 0.
  return smoothed(curve[term], weight).map((value) => (logY && sign * value <= 0 ? null : sign * value));
}

/** The whole of what the lines cover; from 0, or from the first point where a logarithm has no 0. */
export function extentOf(lines: readonly Line[], { axis, logX }: Pick<View, 'axis' | 'logX'>): Window {
  const xs = lines.flatMap(({ history }) => [history.train[axis], history.test[axis]]);
  const last = Math.max(...xs.map((x) => x.at(-1) ?? 0));
  const first = Math.min(...xs.map((x) => x.find((value) => value > 0) ?? Number.POSITIVE_INFINITY));
  if (logX) return Number.isFinite(first) && first < last ? [first, last] : [last / 10 || 0.1, last || 1];
  return [0, last || 1];
}

/** What a curve was last, at or before x; at its end where no x is given. */
export function valueAt(curve: Curve, term: Term, axis: Axis, x: number | undefined): number | undefined {
  const index = x === undefined ? curve[axis].length - 1 : curve[axis].findLastIndex((at) => at <= x);
  return curve[term][index];
}
