// The benchmark's own page, built by Vite into a temporary folder: nothing of it reaches the product.

import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { build } from 'vite';
import { isolationHeaders } from '../../www/setup/headers.mjs';
import { publicFolder } from '../../www/setup/paths.mjs';

const pageFolder = fileURLToPath(new URL('page', import.meta.url));
/** @type {Promise<string> | undefined} */
let built;

async function buildPage() {
  const outDir = await mkdtemp(join(tmpdir(), 'latent-bench-'));
  process.once('exit', () => rmSync(outDir, { recursive: true }));
  await build({
    configFile: false,
    root: pageFolder,
    publicDir: false,
    logLevel: 'error',
    worker: { format: 'es' },
    // TensorFlow.js starts its threads from the text of one of its functions, which minifying would tear from its names.
    build: { outDir, emptyOutDir: true, target: 'es2023', minify: false, assetsInlineLimit: 0 },
  });
  return outDir;
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

/** The page in `browser`, and where it is; `close` it afterwards. */
export async function openBenchPage(browser, { isolated }) {
  built ??= buildPage();
  const server = await serve(await built, isolated);
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const base = `http://localhost:${port}/`;
  const page = await browser.newPage();
  await page.goto(base);
  return {
    page,
    base,
    async close() {
      await page.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
