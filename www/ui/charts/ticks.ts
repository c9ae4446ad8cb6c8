// Where axes have their ticks: at round values.

import { MINUS } from '../words';

type Range = readonly [from: number, to: number];

const FACTORS = [1, 2, 5, 10];
/** A logarithmic axis has as many at least. */
const ENOUGH = 3;

/** The multiples of a step within a range; what a rounding error leaves out of it is in it. */
export function multiplesOf(step: number, [from, to]: Range): number[] {
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Round values within a range, about `count` of them. */
export function ticksOf([from, to]: Range, count: number): number[] {
  const raw = (to - from) / Math.max(1, count);
  return multiplesOf(stepsAround(raw).find((step) => step >= raw) ?? raw, [from, to]);
}

/** The round steps from the power of ten below a value to that above it. */
const stepsAround = (value: number) =>
  FACTORS.map((factor) => Number(`${factor}e${Math.floor(Math.log10(value))}`));

/**
 * 1, 2 and 5 of each power of ten; the powers alone where more than `most` would come of it, and evenly spaced where the
 * range is too narrow for any.
 */
export function logTicks(from: number, to: number, most = 9): number[] {
  if (!(from > 0 && to > from)) return [];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power++)
    ticks.push(...[1, 2, 5].map((factor) => Number(`${factor}e${power}`)));
  const inside = ticks.filter((tick) => tick >= from && tick <= to);
  if (inside.length > most) return inside.filter((tick) => Number.isInteger(Math.log10(tick)));
  if (inside.length >= ENOUGH) return inside;
  const raw = (to - from) / ENOUGH;
  return multiplesOf(stepsAround(raw).findLast((step) => step <= raw) ?? raw, [from, to]);
}

/** A number as a tick says it: no more digits than it needs. */
export const tickWords = (value: number) => String(Number(value.toPrecision(6))).replace('-', MINUS);
