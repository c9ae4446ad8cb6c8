// The data set that the page runs on.

import { signal } from '@preact/signals-core';
import { SITE_KEY } from '../../engine/data/spec';
import type { Manifest } from '../../engine/manifest';
import type { DataSet } from '../../engine/protocol';

/** Whose data a model of the site is of. */
export const dataOfModel = ({ dataSet = SITE_KEY }: { dataSet?: string }) => dataSet;

export const dataState = () => ({
  /** The one in use, once it is known. */
  used: signal<DataSet | undefined>(undefined),
  /** All that can be chosen: the site's, and those that this browser holds. */
  sets: signal<readonly DataSet[]>([]),
  /** Whether those that this browser holds are among them. */
  complete: signal(false),
  /** Of the one that is served with the page. */
  manifest: signal<Manifest | undefined>(undefined),
  /** Changes of it under way: what a person starts meanwhile is meant for the data that comes. */
  changes: signal(0),
  /** How many test samples there are, once they are at hand. */
  testSamples: signal<number | undefined>(undefined),
});
