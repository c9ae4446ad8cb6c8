// Shapes with known factors, as in dSprites, which the crate draws: ours, and there without a network.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { publicFolder } from '../paths.mjs';
import { buildWasm } from '../wasm.mjs';

/** The module that reads one's own data; the page needs it too. */
async function openModule() {
  await buildWasm('import');
  const folder = join(publicFolder, 'wasm/import');
  const latent = await import(pathToFileURL(join(folder, 'latent.js')).href);
  latent.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
  return latent;
}

async function make(step) {
  const latent = await openModule();
  return step('Draw the shapes', '2 s', async () => latent.makeShapes());
}

export const shapes = { key: 'shapes', sources: ['crate/src/data/shapes.rs', 'crate/src/seed.rs'], make };
