// What class the picture is of, what groups there are, and what few labels are worth.

import { signal } from '@preact/signals-core';
import type { ModelConfig } from '../../engine/protocol';
import type { Encoded, Grouped, Told, ToldBeside } from '../../engine/protocol/uses';

/** A way to tell the class of the picture. */
export interface Sorted {
  by: 'neighbours' | 'probe' | 'likeliest';
  /** How sure it is of each class, from 0 to 1. */
  confidences: readonly number[];
}

export interface Found {
  encoded: Encoded;
  /** None without a picture. */
  sorted: readonly Sorted[];
  nearest: readonly { pixels: Uint8Array; label: number }[];
}

/** Whether the training images' codes are known; a conditional model's are told the class, and tell none. */
export const isLearnt = (found: Found | undefined, { conditional }: Pick<ModelConfig, 'conditional'>) =>
  found !== undefined && found.encoded.done === found.encoded.all && !conditional;

/** What is known of the model itself, whatever the picture. */
export interface OfModel {
  version: number;
  grouped?: Grouped;
  few: readonly Told[];
}

/** What a person's labels are worth. */
export interface ByHand {
  /** Of the first training images on a map of their codes, and their classes: known of those alone that are chosen. */
  places: Float32Array;
  labels: Uint8Array;
  /** Whose labels these are, and what those images look like. */
  chosen: readonly number[];
  pictures: readonly Uint8Array[];
  /** By the first of the labels, by more of them, and by all in the end; as many as are counted by now. */
  told: readonly ToldBeside[];
}

/** By what the test images are coloured. */
export type ColouredBy = 'class' | 'kMeans' | 'mixture';

export const sortState = () => ({
  found: signal<Found | undefined>(undefined),
  waits: signal(false),
  ofModel: signal<OfModel | undefined>(undefined),
  /** Training images whose labels a person asked for, in this order. */
  chosen: signal<readonly number[]>([]),
  byHand: signal<ByHand | undefined>(undefined),
  colouredBy: signal<ColouredBy>('class'),
});
