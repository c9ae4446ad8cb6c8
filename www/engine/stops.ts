// When a run is to stop by itself: the first condition that holds stops it.

import type { Position } from './protocol';

export interface Stops {
  /** Epochs since the start. */
  epochs?: number | undefined;
  /** Minutes of training, without the pauses. */
  minutes?: number | undefined;
  /** Nats an image, on test digits. */
  elbo?: number | undefined;
}

export const STOPS = ['epochs', 'minutes', 'elbo'] as const;
export type Stop = (typeof STOPS)[number];

/** The condition that holds, if one does; `elbo` is that of a test just made. */
export function heldStop(stops: Stops, position: Position, elbo: number | undefined): Stop | undefined {
  const { step, stepsPerEpoch, seconds } = position;
  if (stops.epochs !== undefined && step >= stops.epochs * stepsPerEpoch) return 'epochs';
  if (stops.minutes !== undefined && seconds >= 60 * stops.minutes) return 'minutes';
  if (stops.elbo !== undefined && elbo !== undefined && elbo >= stops.elbo) return 'elbo';
  return undefined;
}

/** How many steps there are to the end of so many epochs, at least one: none are made behind it. */
export function stepsToStop({ epochs }: Stops, { step, stepsPerEpoch }: Position): number {
  if (epochs === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.ceil(epochs * stepsPerEpoch) - step);
}

/** The conditions that are still to come: one that is reached has done its work. */
export function stopsAhead(stops: Stops, position: Position, elbo: number | undefined): Stops {
  const ahead = STOPS.filter((stop) => !heldStop({ [stop]: stops[stop] }, position, elbo));
  return Object.fromEntries(ahead.map((stop) => [stop, stops[stop]]));
}
