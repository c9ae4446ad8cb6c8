// A tiny data set of made-up digits: what a page shows of the data, the same on every machine.

import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { encodeImages, encodeLabels } from '../../www/setup/idx.mjs';
import { sumOf } from '../../www/setup/sums.mjs';

const TRAIN = 640;
const TEST = 100;
const SIDE = 28;

/** A bar at the height of its class. */
function digit(index: number) {
  const label = index % 10;
  const pixels = Buffer.alloc(SIDE * SIDE);
  const top = 4 + 2 * label;
  for (let row = top; row < top + 2; row++) pixels.fill(220, row * SIDE + 5, (row + 1) * SIDE - 5);
  return { label, pixels };
}

const digits = (count: number) => Array.from({ length: count }, (_, index) => digit(index));

/** By their names. */
export function tinyFiles({ train = TRAIN, test = TEST } = {}): Record<string, string | Buffer> {
  const samples: Record<string, Buffer> = {
    'train-images-idx3-ubyte.gz': gzipSync(encodeImages(digits(train))),
    'train-labels-idx1-ubyte.gz': gzipSync(encodeLabels(digits(train))),
    't10k-images-idx3-ubyte.gz': gzipSync(encodeImages(digits(test))),
    't10k-labels-idx1-ubyte.gz': gzipSync(encodeLabels(digits(test))),
  };
  const sums = Object.fromEntries(Object.entries(samples).map(([name, bytes]) => [name, sumOf(bytes)]));
  const manifest = { name: 'MNIST', source: 'mirror', train, test, files: sums };
  return { ...samples, 'manifest.json': JSON.stringify(manifest) };
}

/** Answers with the tiny data set in place of the one that set-up found. */
export async function useTinyData(page: Page, sizes?: { train?: number; test?: number }) {
  for (const [name, body] of Object.entries(tinyFiles(sizes))) {
    await page.route(`**/data/${name}`, (route) => route.fulfill({ body }));
  }
}
