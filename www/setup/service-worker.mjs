// The service worker of a built site. A plain script, made by itself: browsers there are that take no modules for it.

import { join } from 'node:path';
import { compressFile } from './compress.mjs';
import { dist, root } from './paths.mjs';
import { siteList } from './site-list.mjs';

const NAME = 'service-worker.js';

/** To be made again whenever a file of the site changes: it tells them apart by their sums. */
export async function buildServiceWorker() {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { SITE_FILES: JSON.stringify(siteList(dist)), 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir: dist,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: join(root, 'www/engine/workers/service-worker.ts'),
        output: { format: 'iife', entryFileNames: NAME },
      },
    },
  });
  await compressFile(join(dist, NAME));
}
