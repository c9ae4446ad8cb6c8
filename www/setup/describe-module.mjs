// What the page is told of a build's module: it cannot ask a server that compresses.

import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sumOf } from './sums.mjs';

/** Adds its size and SHA-256 to what the build exports. */
export function describeModule(folder) {
  const { bytes, sha256 } = sumOf(readFileSync(join(folder, 'latent_bg.wasm')));
  appendFileSync(
    join(folder, 'latent.js'),
    `\nexport const moduleSize = ${bytes};\nexport const moduleSum = '${sha256}';\n`,
  );
}
