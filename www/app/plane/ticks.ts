// Where an axis of the map has its ticks: round numbers of sigma, as close as their labels allow.

import { gathered, type MapGrid } from './viewport';

const STEPS = [0.1, 0.2, 0.5, 1, 2];

export interface Tick {
  sigma: number;
  /** Pixels from the axis's start. */
  at: number;
}

/** Ticks of an axis whose window begins at one place of the map and ends at another. */
export function ticksOf(
  [from, to]: readonly [number, number],
  grid: MapGrid,
  length: number,
  pixels: (sigma: number) => number,
  apart: number,
): Tick[] {
  const [least, most] = [gathered(from, grid), gathered(to, grid)];
  const perSigma = length / (most - least);
  const step = STEPS.find((size) => size * perSigma >= apart) ?? 2;
  const first = Math.ceil(least / step - 1e-6);
  const count = Math.floor(most / step + 1e-6) - first + 1;
  const ticks = Array.from({ length: count }, (_, index) => {
    const sigma = (first + index) * step;
    return { sigma, at: pixels(sigma) };
  });
  return grid === 'equal spacing' ? ticks : thinned(ticks, apart);
}

/** By equal prior mass ticks crowd at the edges: those nearer the middle stay. */
function thinned(ticks: Tick[], apart: number): Tick[] {
  const kept: Tick[] = [];
  const inwardsFirst = ticks.toSorted((a, b) => Math.abs(a.sigma) - Math.abs(b.sigma));
  for (const tick of inwardsFirst) {
    if (kept.every(({ at }) => Math.abs(at - tick.at) >= apart)) kept.push(tick);
  }
  return kept.toSorted((a, b) => a.sigma - b.sigma);
}
