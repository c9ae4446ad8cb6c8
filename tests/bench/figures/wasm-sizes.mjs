// Sizes of the wasm builds as they are served, wasm and its JavaScript together.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from '../../../www/setup/paths.mjs';
import { SetupError } from '../../../www/setup/run.mjs';

const folder = join(dist, 'wasm');
const files = ['latent_bg.wasm', 'latent.js'];
const encodings = { raw: '', gzip: '.gz', brotli: '.br' };

export const title = 'Wasm builds, in MB';

export function measure() {
  return readdirSync(folder).map((build) => {
    const size = (suffix) =>
      files.reduce((total, file) => total + sizeOf(join(folder, build, file + suffix)), 0);
    const sizes = Object.entries(encodings).map(([encoding, suffix]) => [encoding, size(suffix)]);
    return { build, ...Object.fromEntries(sizes) };
  });
}

function sizeOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found) return found.size;
  throw new SetupError(
    `Expected ${file}, but it is not there: \`npm run build\` makes and compresses the builds.`,
  );
}

export function rows(builds) {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(3);
  return builds.map(({ build, raw, gzip, brotli }) => ({
    build,
    raw: megabytes(raw),
    gzip: megabytes(gzip),
    brotli: megabytes(brotli),
  }));
}
