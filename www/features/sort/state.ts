// What class the picture is of, what groups there are, and what few labels are worth.

import { signal } from '@preact/signals-core';
import type { Encoded, Grouped, Told } from '../../engine/protocol/uses';

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

/** What is known of the model itself, whatever the picture. */
export interface OfModel {
  version: number;
  grouped?: Grouped;
  few: readonly Told[];
}

/** By what the test images are coloured. */
export type ColouredBy = 'class' | 'kMeans' | 'mixture';

export const sortState = () => ({
  found: signal<Found | undefined>(undefined),
  waits: signal(false),
  ofModel: signal<OfModel | undefined>(undefined),
  colouredBy: signal<ColouredBy>('class'),
});
