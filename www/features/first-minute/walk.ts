// A walk without end through good places, slowest where they are.

import { between, distance, type Vector } from '../../app/latent/vectors';
import { eased } from './eased';

const LEG_SECONDS = 3.5;

/** Where z is so many seconds after it was asked last. */
export type Walk = (seconds: number) => Vector;

/** From where z is to the nearest place, from there to the nearest of the others, and round again. */
export function walkThrough(places: readonly Vector[], start: Vector): Walk | undefined {
  const round = nearestFirst(places, start);
  const [first] = round;
  if (!first) return undefined;
  let [from, to, leg, time] = [start, first, 0, 0];
  return (seconds) => {
    time += seconds / LEG_SECONDS;
    while (time >= 1) {
      time -= 1;
      leg += 1;
      from = to;
      to = round[leg % round.length] ?? from;
    }
    return between(from, to, eased(time));
  };
}

function nearestFirst(places: readonly Vector[], start: Vector): Vector[] {
  const left = [...places];
  const ordered: Vector[] = [];
  for (let at = start; left.length > 0; ) {
    left.sort((one, other) => distance(other, at) - distance(one, at));
    const next = left.pop();
    if (!next) break;
    ordered.push(next);
    at = next;
  }
  return ordered;
}
