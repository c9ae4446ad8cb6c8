// Test images on the codes' map and on that of principal components, and what each keeps of their neighbours.

import { signal } from '@preact/signals-core';
import type { ReducedMaps } from '../../engine/protocol/uses';

/** Shares from 0 to 1. */
export interface Kept {
  trustworthiness: number;
  neighbours: number;
}

export interface Reduced {
  /** How far the comparison is, from 0 to 1. */
  share: number;
  /** Of the codes, and of as many principal components where an image has as many pixels. */
  dimensions: number;
  /** Training images that the components are found of. */
  trainings: number;
  maps: ReducedMaps | undefined;
  /** Once all is compared. */
  codes: Kept | undefined;
  components: Kept | undefined;
}

/** Test images that there are, and the fewest whose neighbours can be compared. */
export interface Lack {
  images: number;
  least: number;
}

export const reduceState = () => ({
  reduced: signal<Reduced | undefined>(undefined),
  /** In its place. */
  lack: signal<Lack | undefined>(undefined),
});
