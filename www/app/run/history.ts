// The curves of a run, thinned so that memory stays flat however long it trains.

import type { Position, Terms } from '../../engine/protocol';

/** What a curve can run along. Epochs may be broken; seconds are of training, without the pauses. */
export const AXES = ['images', 'steps', 'epochs', 'seconds'] as const;
export type Axis = (typeof AXES)[number];

export const TERMS = ['reconstruction', 'kl', 'elbo'] as const;
export type Term = (typeof TERMS)[number];

type Point = Record<Axis | Term, number>;

/** Columns of equal length. */
export interface Curve extends Record<Axis | Term, readonly number[]> {
  /** How many points came, with those that went again. */
  came: number;
  /** Behind the start one point in so many is kept. */
  every: number;
}

export interface History {
  train: Curve;
  test: Curve;
}

/** Points that are always kept: a run moves most at its start, which a logarithmic axis shows. */
const START = 200;
const MOST_POINTS = 2000;

const EMPTY: Curve = {
  images: [],
  steps: [],
  epochs: [],
  seconds: [],
  reconstruction: [],
  kl: [],
  elbo: [],
  came: 0,
  every: 1,
};

export const emptyHistory = (): History => ({ train: EMPTY, test: EMPTY });

export function pointAt(position: Position, { reconstruction, kl, elbo }: Terms): Point {
  const { images, step, epoch, stepInEpoch, stepsPerEpoch, seconds } = position;
  const epochs = epoch - 1 + stepInEpoch / stepsPerEpoch;
  return { images, steps: step, epochs, seconds, reconstruction, kl, elbo };
}

/** The curve with one more point. The newest always stands at its end, if only until the next one comes. */
export function withPoint(curve: Curve, point: Point): Curve {
  const { came, every } = curve;
  const passing = came > START && (came - 1 - START) % every !== 0;
  const grown = mapped(curve, (values, column) => [
    ...(passing ? values.slice(0, -1) : values),
    point[column],
  ]);
  const next = { ...grown, came: came + 1, every };
  if (next.images.length <= MOST_POINTS) return next;
  const halved = (_: number, index: number) => index < START || (index - START) % 2 === 0;
  return { ...mapped(next, (values) => values.filter(halved)), came: next.came, every: 2 * every };
}

/** What of a history came up to a step: a run that goes on from a snapshot makes the steps after it again. */
export function upTo({ train, test }: History, step: number): History {
  const cut = (curve: Curve): Curve => {
    const length = curve.steps.filter((at) => at <= step).length;
    if (length === curve.steps.length) return curve;
    const kept = mapped(curve, (values) => values.slice(0, length));
    const came = length > START ? START + (length - 1 - START) * curve.every + 1 : length;
    return { ...kept, came, every: curve.every };
  };
  return { train: cut(train), test: cut(test) };
}

function mapped(curve: Curve, change: (values: readonly number[], column: Axis | Term) => readonly number[]) {
  const columns = [...AXES, ...TERMS].map((column) => [column, change(curve[column], column)]);
  return Object.fromEntries(columns) as Record<Axis | Term, readonly number[]>;
}
