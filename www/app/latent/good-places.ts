// Where the shipped models decode well: for each class the code of a test digit that is decoded with the least doubt, as
// `latent places` finds them.

import found from '../../../assets/places.json' with { type: 'json' };
import type { Model } from '../model/state';
import type { State } from '../store';
import { distance, type Vector } from './vectors';

export interface GoodPlace {
  /** Its class. */
  label: number;
  z: Vector;
  /** Entropy of the decoded pixels for each pixel of ink, in nats: less is crisper. */
  doubt: number;
}

const shipped: Readonly<Record<string, readonly GoodPlace[]>> = found;

export const placesIn = (file: string): readonly GoodPlace[] => shipped[file] ?? [];

/** Of a run's model nothing is known beforehand. */
export function goodPlaces(state: State, { run, summary }: Model): readonly GoodPlace[] {
  const { latentSize } = summary.config;
  const places = run === 0 ? placesIn(state.model.shipped.peek()) : [];
  return places.filter(({ z }) => z.length === latentSize);
}

const byDoubt = (places: readonly GoodPlace[]) => [...places].sort((one, other) => one.doubt - other.doubt);

/** The crispest. */
export const crispest = (places: readonly GoodPlace[]): Vector | undefined => byDoubt(places)[0]?.z;

/** Less than this lies between places of one style: a conditional model's. */
const APART = 1;

/** The two that lie farthest apart among the crisper half. */
export function farthestCrisp(places: readonly GoodPlace[]): readonly [Vector, Vector] | undefined {
  const crisp = byDoubt(places).slice(0, Math.ceil(places.length / 2));
  const pairs = crisp.flatMap(({ z: one }, index) =>
    crisp.slice(index + 1).map(({ z: other }) => [one, other] as const),
  );
  const apart = ([one, other]: readonly [Vector, Vector]) => distance(one, other);
  const [farthest] = pairs.sort((one, other) => apart(other) - apart(one));
  return farthest && apart(farthest) >= APART ? farthest : undefined;
}
