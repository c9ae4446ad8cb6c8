// The benchmark's own page, built by Vite into a temporary folder: nothing of it reaches the product.

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { build } from 'vite';
import { isolationHeaders } from '../../www/setup/headers.mjs';
import { publicFolder } from '../../www/setup/paths.mjs';

const pageFolder = fileURLToPath(new URL('page', import.meta.url));

async function buildPage(outDir) {
  await build({
    configFile: false,
    root: pageFolder,
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    build: { outDir, emptyOutDir: true, target: 'es2023' },
  });
}

/** Serves the page with wasm and data beside it; `isolated` gives it shared memory, and so threads. */
async function serve(folder, isolated) {
  const page = sirv(folder);
  // The data files are gzip by nature, not by transfer.
  const setHeaders = (response, path) => {
    if (path.endsWith('.gz')) response.setHeader('Content-Encoding', 'identity');
  };
  const generated = sirv(publicFolder, { setHeaders });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(isolated ? isolationHeaders : {}))
      response.setHeader(name, value);
    page(request, response, () => generated(request, response));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}

/** Has the page measure a figure in `browser`, and returns what it says. */
export async function measureInPage(browser, figure, { isolated = false, ...options }) {
  const folder = await mkdtemp(join(tmpdir(), 'latent-bench-'));
  await buildPage(folder);
  const server = await serve(folder, isolated);
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const site = `http://localhost:${port}/`;
  const page = await browser.newPage();
  try {
    await page.goto(site);
    return await page.evaluate(`figures.${figure}(${JSON.stringify({ site, ...options })})`);
  } finally {
    await page.close();
    server.close();
    await rm(folder, { recursive: true });
  }
}
