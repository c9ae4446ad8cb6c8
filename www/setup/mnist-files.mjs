// The four files of MNIST and what is in them.

import { gunzipSync } from 'node:zlib';
import { SetupError } from './run.mjs';
import { checkSum } from './sums.mjs';

/** SHA-256 of the uncompressed content: gzip containers differ from copy to copy. */
export const mnistFiles = {
  'train-images-idx3-ubyte.gz': 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  'train-labels-idx1-ubyte.gz': '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  't10k-images-idx3-ubyte.gz': '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  't10k-labels-idx1-ubyte.gz': 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
};

/** Throws unless the bytes, gzip if their file is named so, hold the canonical content of the named file. */
export function checkMnistFile(name, bytes, origin, advice) {
  checkSum(
    origin.endsWith('.gz') ? unpacked(bytes, origin, advice) : bytes,
    mnistFiles[name],
    origin,
    advice,
  );
}

function unpacked(bytes, origin, advice) {
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new SetupError(
      `${origin} is refused: it should be a gzip file, but cannot be unpacked (${error.message}): ${advice}.`,
    );
  }
}
