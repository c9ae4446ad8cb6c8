// npm run dev: Vite's server; a change in the crate rebuilds the CPU build alone.

import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureData } from './data.mjs';
import { ensureDataSets } from './data-sets/index.mjs';
import { installPackages } from './packages.mjs';
import { root } from './paths.mjs';
import { main } from './run.mjs';
import { publishModels } from './site.mjs';
import { buildWasm, rebuildForDevelopment } from './wasm.mjs';

/** Runs the work after each change, never twice at once; changes meanwhile count as one more. */
function afterChanges(folder, work) {
  let running = false;
  let again = false;
  watch(folder, { recursive: true }, async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await work();
    }
    running = false;
  });
}

main(async () => {
  await installPackages();
  await ensureData();
  await ensureDataSets();
  await buildWasm('cpu');
  await buildWasm('import');
  await buildWasm('uses');
  await publishModels();
  const { createServer } = await import('vite');
  const server = await createServer({ root });
  await server.listen();
  server.printUrls();
  const rebuild = async () => {
    try {
      await rebuildForDevelopment();
      server.ws.send({ type: 'full-reload' });
    } catch (error) {
      console.error(error.message);
    }
  };
  for (const folder of ['crate/src', 'crate/kernels']) afterChanges(join(root, folder), rebuild);
});
