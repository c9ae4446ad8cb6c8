// npm run bench [-- options]: measures the built site.

import { chromiumEnvironment } from './chromium.mjs';
import { main, run } from './run.mjs';
import { buildWholeSite } from './site.mjs';

main(async (args) => {
  await buildWholeSite();
  await run('node', ['tests/bench/bench.mjs', ...args], { env: await chromiumEnvironment() });
});
