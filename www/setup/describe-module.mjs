// What the page is told of a build: it cannot ask a server that compresses.

import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sumOf } from './sums.mjs';

/** Adds the module's size and SHA-256 to what the build exports, and writes those of its scripts beside them. */
export function describeModule(folder) {
  const sum = (name) => sumOf(readFileSync(join(folder, name)));
  const { bytes, sha256 } = sum('latent_bg.wasm');
  appendFileSync(
    join(folder, 'latent.js'),
    `\nexport const moduleSize = ${bytes};\nexport const moduleSum = '${sha256}';\n`,
  );
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const sums = Object.fromEntries(scripts.map((name) => [name.replaceAll(sep, '/'), sum(name)]));
  writeFileSync(join(folder, 'scripts.json'), `${JSON.stringify(sums)}\n`);
}
