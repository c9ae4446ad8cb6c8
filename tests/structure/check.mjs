// Checks who depends on whom: the page by dependency-cruiser, the crate by its `use` lines.

import { spawnSync } from 'node:child_process';
import { checkCrate } from './crate.mjs';

const folder = new URL('.', import.meta.url).pathname;

/** Prints what is wrong; whether nothing is. */
function cruise(rules) {
  const args = ['--config', `${folder}${rules}.cjs`, 'www'];
  const { status } = spawnSync(`${folder}node_modules/.bin/depcruise`, args, { stdio: 'inherit' });
  return status === 0;
}

const problems = checkCrate();
for (const problem of problems) console.error(`  error ${problem}`);
const results = [cruise('circles'), cruise('directions'), problems.length === 0];
process.exit(results.every(Boolean) ? 0 : 1);
