// npm run format: everything in its one format.

import { installPackages } from './packages.mjs';
import { main, run } from './run.mjs';
import { ensureRustLints } from './rust.mjs';

main(async () => {
  await installPackages();
  await ensureRustLints();
  await run('cargo', ['fmt', '--all']);
  await run('biome', ['check', '--write']);
});
