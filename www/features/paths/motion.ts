// Moves z by itself, along the path or about, until a person moves it or says stop.

import { effect, untracked } from '@preact/signals-core';
import { moveZ } from '../../app/latent/move';
import { between, type Vector } from '../../app/latent/vectors';
import { onPlane } from '../../app/plane/geometry';
import type { State } from '../../app/store';
import { everyFrame } from '../../ui/every-frame';
import type { PathPoints } from './state';
import { wander } from './wander';

/** One way along the path, at speed 1. */
const PASS_SECONDS = 4;
/** A tour begins where z is. */
const BEGIN_SECONDS = 2;
/** Where z is so many seconds after it was asked last; nothing when there is nowhere to go. */
export type Course = (seconds: number) => Vector | undefined;

export function keepMoving(state: State) {
  let placed: Vector | undefined;
  effect(() => {
    const kind = state.paths.moving.value;
    placed = undefined;
    if (!kind) return undefined;
    const course = untracked(() => (kind === 'path' ? backAndForth(state) : tour(state)));
    return everyFrame((seconds) => {
      const z = course(state.paths.speed.peek() * seconds);
      if (!z) {
        state.paths.moving.value = undefined;
        return;
      }
      placed = z;
      moveZ(state, z, undefined);
    });
  });
  // Whoever else moves z takes over.
  effect(() => {
    const z = state.latent.z.value;
    if (placed && z !== placed) state.paths.moving.value = undefined;
  });
}

/** From where z was put on the path last. */
function backAndForth(state: State): Course {
  let phase = state.paths.along.peek();
  return (seconds) => {
    phase = (phase + seconds / PASS_SECONDS) % 2;
    state.paths.along.value = phase > 1 ? 2 - phase : phase;
    return pointAt(state.paths.points.peek(), state.paths.along.peek());
  };
}

export function tour(state: State): Course {
  const start = state.latent.z.peek();
  const placeAt = walkOf(state);
  let time = 0;
  return (seconds) => {
    time += seconds;
    return between(start, placeAt(time), Math.min(1, time / BEGIN_SECONDS));
  };
}

/** A place that a tour goes by. */
export const placeOfTour = (state: State): Vector => walkOf(state)(0);

/** Through the dimensions that a tour changes. */
function walkOf(state: State): (seconds: number) => Vector {
  const start = state.latent.z.peek();
  const planar = state.paths.tourScope.peek() === 'plane';
  const walk = wander(planar ? 2 : start.length);
  return (seconds) => {
    const wandered = walk(seconds);
    const [x = 0, y = 0] = wandered;
    return planar ? onPlane(start, state.plane.shown.peek(), [x, y]) : wandered;
  };
}

/** The point at `t` of the way, from 0 to 1. */
export function pointAt(path: PathPoints, t: number): Vector | undefined {
  const place = t * (path.length - 1);
  const index = Math.floor(place);
  const [from, to] = [path[index], path[index + 1]];
  return from && to ? between(from, to, place - index) : from;
}
