// npm start: the page on the CPU build at once, the threaded and the WebGPU build behind it.

import { parseArgs } from 'node:util';
import { ensureData } from './data.mjs';
import { ensureDataSets, listDataSets } from './data-sets/index.mjs';
import { installPackages } from './packages.mjs';
import { main } from './run.mjs';
import { buildSite, publish } from './site.mjs';
import { buildWasm, removeStale } from './wasm.mjs';

async function add(kind, { gain, otherwise }) {
  try {
    if (!(await buildWasm(kind, { background: true }))) return;
    await publish([`wasm/${kind}`]);
    console.log(`${gain}: from the next reset on.`);
  } catch (error) {
    console.error(`${otherwise}: the build failed. ${error.message}`);
  }
}

async function addDataSets() {
  if (!(await ensureDataSets())) return;
  await publish(['data']);
  console.log('There are data sets beside MNIST: from the next reload on.');
}

main(async (args) => {
  const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
  await installPackages();
  const { parsePort, serve } = await import('./serve.mjs');
  const port = parsePort(values.port);
  await ensureData();
  listDataSets();
  await buildWasm('cpu');
  await removeStale('threads');
  await removeStale('webgpu');
  await buildSite();
  console.log(`\nLatent Explorer is at ${await serve({ port })}  (Ctrl+C ends it)\n`);
  await add('threads', { gain: 'Training can use threads', otherwise: 'Training stays on one thread' });
  await add('webgpu', { gain: 'Training can use WebGPU', otherwise: 'Training stays on the CPU' });
  await addDataSets();
});
