// Listeners of known tastes, whom the crate makes: ours, since no listening data is free to pass on.

import { openReaders, tasteSources } from './readers.mjs';

async function make(step) {
  const latent = await openReaders();
  return step('Make the listeners', '1 s', async () => latent.makeMusic());
}

export const music = {
  key: 'music',
  sources: ['crate/src/data/music.rs', 'crate/src/seed.rs', ...tasteSources],
  make,
};
