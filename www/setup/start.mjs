// npm start: the page on the CPU build at once, the WebGPU build behind it.

import { parseArgs } from 'node:util';
import { ensureData } from './data.mjs';
import { installPackages } from './packages.mjs';
import { main } from './run.mjs';
import { buildSite, publish } from './site.mjs';
import { buildWasm, removeStale } from './wasm.mjs';

async function addWebGpu() {
  try {
    if (!(await buildWasm('webgpu', { background: true }))) return;
    publish(['wasm/webgpu']);
    console.log('The WebGPU build is in place: reload the page to train on the GPU.');
  } catch (error) {
    console.error(`The WebGPU build failed, so the page stays on the CPU. ${error.message}`);
  }
}

main(async (args) => {
  const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
  await installPackages();
  const { parsePort, serve } = await import('./serve.mjs');
  const port = parsePort(values.port);
  await ensureData();
  await buildWasm('cpu');
  await removeStale('webgpu');
  await buildSite();
  console.log(`\nLatent Explorer is at ${await serve({ port })}  (Ctrl+C ends it)\n`);
  await addWebGpu();
});
