// A path between two points, and what moves z along it or about by itself.

import { signal } from '@preact/signals-core';
import type { Vector } from '../../app/latent/vectors';
import type { Interpolation } from '../../engine/protocol';

export type EndName = 'a' | 'b';

/** An end stays at a point, or follows an image to where the model has its code. */
export interface End {
  z: Vector;
  image: { pixels: Uint8Array; label: number | undefined } | undefined;
}

export type Ends = Readonly<Record<EndName, End>>;

/** A path's points from `t` = 0 to 1, at equal steps. */
export type PathPoints = readonly Vector[];

export interface FilmStrip {
  /** Tiles, one after the other. */
  images: Uint8Array;
  points: PathPoints;
}

export type TourScope = 'plane' | 'all';

export const SPEEDS = [0.5, 1, 2] as const;

export const pathsState = () => ({
  ends: signal<Ends | undefined>(undefined),
  interpolation: signal<Interpolation>('linear'),
  points: signal<PathPoints>([]),
  film: signal<FilmStrip | undefined>(undefined),
  /** Of a model of items: those that stand out at places from A to B, evenly apart. */
  stations: signal<readonly (readonly string[])[]>([]),
  /** Where on the path z was put last, from 0 to 1. */
  along: signal(0),
  moving: signal<'path' | 'tour' | undefined>(undefined),
  speed: signal<number>(1),
  /** Which dimensions a tour changes. */
  tourScope: signal<TourScope>('plane'),
  /** Whether a drag on the map draws a path. */
  drawing: signal(false),
  /** Whether someone wanted to draw one by keys. */
  needsPointer: signal(false),
});
