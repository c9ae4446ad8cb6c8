// npm start: the page on the CPU build at once, all other builds behind it.

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
    console.log(`${gain}.`);
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
  await removeStale('fused');
  await removeStale('webgpu');
  await removeStale('import');
  await removeStale('uses');
  await buildSite();
  console.log(`\nLatent Explorer is at ${await serve({ port })}  (Ctrl+C ends it)\n`);
  await add('threads', {
    gain: 'Training can use threads: from the next reset on',
    otherwise: 'Training stays on one thread',
  });
  await add('fused', {
    gain: 'Threads multiply and add at once where the browser can: from the next reset on',
    otherwise: 'Threads multiply and add one after the other',
  });
  await add('import', {
    gain: 'Data of one’s own can be brought in',
    otherwise: 'Data of one’s own cannot be brought in',
  });
  await add('uses', {
    gain: 'A model can be put to use',
    otherwise: 'A model cannot be put to use',
  });
  await add('webgpu', {
    gain: 'Training can use WebGPU: from the next reset on',
    otherwise: 'Training stays on the CPU',
  });
  await addDataSets();
});
