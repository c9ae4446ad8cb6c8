// MNIST's four files as folders hold them: plain or gzip, named as at first, by Keras' and other copies with a dot, or in
// the folders that torchvision makes.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkMnistFile, mnistFiles } from './mnist-files.mjs';
import { SetupError } from './run.mjs';

const names = Object.keys(mnistFiles);
const folders = ['', 'raw', 'MNIST/raw'];

/** Where a file may lie, the likeliest first. */
function placesOf(from, name) {
  const plain = name.replace(/\.gz$/, '');
  const dotted = plain.replace(/-(idx\d)/, '.$1');
  const inFolder = [name, plain, `${dotted}.gz`, dotted];
  return folders.flatMap((folder) => inFolder.map((file) => join(from, folder, file)));
}

const placeOf = (from, name) => placesOf(from, name).find((file) => existsSync(file));

/** The four files of a folder as gzip, by name, each checked. */
export function readMnist(from, advice) {
  const read = (name) => {
    const file = placeOf(from, name);
    if (!file) {
      const wanted = names.map((name) => name.replace(/\.gz$/, '')).join(', ');
      throw new SetupError(
        `${join(from, name)} is missing: ${from} should hold ${wanted}, plain or with .gz, itself or in MNIST/raw; ${advice}.`,
      );
    }
    const bytes = readFileSync(file);
    checkMnistFile(name, bytes, file, advice);
    return [name, file.endsWith('.gz') ? bytes : gzipSync(bytes)];
  };
  return Object.fromEntries(names.map(read));
}

/** Changes when the folder's files change, are taken away or come. */
export const stateOf = (from) =>
  names.map((name) => {
    const file = placeOf(from, name);
    if (!file) return null;
    const { size, mtimeMs } = statSync(file);
    return [file, size, mtimeMs];
  });

/** Whether the files lie there as the page and the tests read them. */
export const isAsServed = (from) => names.every((name) => existsSync(join(from, name)));
