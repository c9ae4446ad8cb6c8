// A data set of people of two tastes: everybody likes five of six fruits, or five of six tools.

import type { Page } from '@playwright/test';
import type { DataSpec } from '../../www/engine/protocol';
import { offerSet } from './offered';

const items = [
  ...['Apple', 'Banana', 'Cherry', 'Date', 'Elderberry', 'Fig'],
  ...['Hammer', 'Pliers', 'Saw', 'File', 'Chisel', 'Drill'],
];
const data: DataSpec = {
  kind: 'items',
  width: items.length,
  height: 1,
  channels: 1,
  classes: ['?'],
  items,
};

/** Everybody leaves one out. */
function person(index: number) {
  const half = (index % 2) * 6;
  const pixels = Buffer.alloc(items.length);
  pixels.fill(1, half, half + 6);
  pixels[half + (Math.floor(index / 2) % 6)] = 0;
  return { pixels, label: 0 };
}

const people = (count: number) => Array.from({ length: count }, (_, index) => person(index));

/** Listed beside MNIST. */
export const offerHalves = (page: Page) =>
  offerSet(page, { key: 'halves', data, train: people(240), test: people(24) });
