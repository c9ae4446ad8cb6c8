// A sheet of samples from the prior: what the model makes up by itself.

import { signal } from '@preact/signals-core';
import { quantile } from '../../app/plane/normal';

export const ROWS = 6;
export const COLUMNS = 12;

/** For each sample the share of the prior that lies below each of its coordinates, whatever the latent size is. */
export type Shares = readonly (readonly number[])[];

const MOST_DIMENSIONS = 64;

export const drawnShares = (random: () => number = Math.random): Shares =>
  Array.from({ length: ROWS * COLUMNS }, () => Array.from({ length: MOST_DIMENSIONS }, random));

/** Points of N(0, 1), one after the other. */
export const pointsOf = (shares: Shares, latentSize: number): Float32Array =>
  Float32Array.from(shares.flatMap((own) => own.slice(0, latentSize).map(quantile)));

export const priorSamplesState = () => ({
  /** Whether somebody looks. */
  shown: signal(false),
  shares: signal<Shares>(drawnShares()),
  /** The samples decoded, one image after the other. */
  images: signal<Uint8Array | undefined>(undefined),
});
