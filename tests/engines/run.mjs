// Walks through the built page in one browser: `node tests/engines/run.mjs firefox|webkit`, found by its set-up's paths.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { dist, root } from '../../www/setup/paths.mjs';
import { main } from '../../www/setup/run.mjs';
import { serve } from '../../www/setup/serve.mjs';
import { duration } from '../../www/setup/step.mjs';
import { firefox } from './firefox.mjs';
import { walk } from './walk.mjs';
import { webkit } from './webkit.mjs';

const drivers = { firefox, webkit };
const size = { width: 1366, height: 768 };
const pictures = join(root, 'test-results/engines');

/** A static host that sends no headers of ours. */
async function servePlainly() {
  const server = createServer(sirv(dist)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://localhost:${typeof address === 'object' && address?.port}/`;
}

async function take(name, browser, downloads) {
  const url = await serve({ port: 0, base: '/some/folder/' });
  const steps = walk(browser, { url, plainUrl: await servePlainly(), downloads });
  for (const [step, work] of Object.entries(steps)) {
    const start = performance.now();
    const keep = async () => writeFileSync(join(pictures, `${name}-${step}.png`), await browser.screenshot());
    try {
      const words = await work();
      assert.deepEqual(await browser.problems(), [], 'Nothing should be an error.');
      console.log(`  ${step}: ${duration(performance.now() - start)}${words ? ` (${words})` : ''}`);
    } catch (error) {
      await keep().catch(() => undefined);
      throw error;
    }
    await keep();
  }
}

async function attempt(name) {
  const folder = mkdtempSync(join(tmpdir(), 'latent-walk-'));
  const browser = await drivers[name]({ ...size, folder });
  try {
    console.log(`${name} ${browser.version}`);
    await take(name, browser, folder);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

main(async ([name]) => {
  mkdirSync(pictures, { recursive: true });
  try {
    await attempt(name);
  } catch (error) {
    if (!process.env.CI) throw error;
    // As Playwright's tests have it there.
    console.log(`Once more, after ${error.stack}`);
    await attempt(name);
  }
  process.exit();
});
