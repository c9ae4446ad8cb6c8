// npm packages, exactly as in package-lock.json.

import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { fingerprint, once } from './stamp.mjs';
import { step } from './step.mjs';

export function installPackages() {
  const inputs = fingerprint(['package-lock.json'], process.platform, process.arch);
  return once('packages', { inputs, output: join(root, 'node_modules') }, () =>
    step('Install npm packages', '20 s', () => run('npm', ['ci', '--no-audit', '--no-fund'])),
  );
}
