// Shapes with known factors, as in dSprites, which the crate draws: ours, and there without a network.

import { openReaders } from './readers.mjs';

async function make(step) {
  const latent = await openReaders();
  return step('Draw the shapes', '2 s', async () => latent.makeShapes());
}

export const shapes = { key: 'shapes', sources: ['crate/src/data/shapes.rs', 'crate/src/seed.rs'], make };
