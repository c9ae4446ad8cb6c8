// A sheet of new images, and what it was drawn from.

import { signal } from '@preact/signals-core';

export type From = 'prior' | 'aggregated' | 'near' | 'ofClass';

export interface Draw {
  from: From;
  /** Of those from a class. */
  classIndex: number;
  /** Deviations are times this. */
  temperature: number;
  /** The same seed, the same draws. */
  seed: number;
}

export interface Sheet {
  /** One after the other. */
  z: Float32Array;
  latentSize: number;
  images: Uint8Array;
  /** What a conditional model was told. */
  classIndex: number;
}

/** Of each image of a sheet the nearest training image, and how far it is. */
export interface Neighbours {
  images: Uint8Array;
  distances: Float32Array;
  /** Training images that were looked among. */
  among: number;
}

/** Why there is none. */
export type Lack = 'picture' | 'posterior';

export const generateState = () => ({
  draw: signal<Draw>({ from: 'prior', classIndex: 0, temperature: 1, seed: 1 }),
  sheet: signal<Sheet | undefined>(undefined),
  lack: signal<Lack | undefined>(undefined),
  waits: signal(false),
  /** Training images encoded so far, while they are. */
  encoded: signal(0),
  besideNearest: signal(false),
  neighbours: signal<Neighbours | undefined>(undefined),
});
