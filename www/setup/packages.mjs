// npm packages, exactly as in package-lock.json.

import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { fingerprint, once } from './stamp.mjs';
import { step } from './step.mjs';

export const installPackages = () => install('packages', 'Install npm packages', '20 s', '.');

/** What checks the structure has a compiler of its own. */
export const installStructurePackages = () =>
  install('structure-packages', 'Install what checks the structure', '10 s', 'tests/structure');

function install(stamp, title, usually, folder) {
  const cwd = join(root, folder);
  const inputs = fingerprint([join(folder, 'package-lock.json')], process.platform, process.arch);
  return once(stamp, { inputs, output: join(cwd, 'node_modules') }, () =>
    step(title, usually, () => run('npm', ['ci', '--no-audit', '--no-fund'], { cwd })),
  );
}
