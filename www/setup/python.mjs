// Python with the packages of tests/python, in an environment of its own.

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt.mjs';
import { cache } from './paths.mjs';
import { NotHere, outputOf, run, which } from './run.mjs';
import { fingerprint } from './stamp.mjs';
import { step } from './step.mjs';

const folder = 'tests/python';

/** PyTorch's wheel for Linux brings CUDA with it, 5 GB: only who asks for it gets it. */
const setOf = (wantsPyTorch) =>
  wantsPyTorch
    ? { files: ['requirements.txt', 'requirements-pytorch.txt'], usually: '5 min' }
    : { files: ['requirements.txt'], usually: '30 s' };

/** The interpreter of tests/python; NotHere where it or its packages cannot be had. PYTORCH=1 asks for PyTorch itself. */
export async function pythonEnvironment() {
  const python = which('python3');
  if (!python) throw new NotHere('python3 is not installed: Python 3.11 or later, with venv, would do.');
  const { files, usually } = setOf(process.env.PYTORCH);
  const requirements = files.map((name) => join(folder, name));
  const version = await outputOf(python, ['--version']);
  const home = join(cache, 'python', fingerprint(requirements, version).slice(0, 16));
  const interpreter = join(home, 'bin/python');
  // Written last: what was broken off is made again.
  const whole = join(home, 'whole');
  if (!existsSync(whole)) {
    await step('Install the Python packages that the tests need', usually, async () => {
      await makeEnvironment(python, home);
      await install(interpreter, requirements);
    });
    writeFileSync(whole, '');
  }
  return { PYTHON: interpreter };
}

/** Debian's Python leaves out what it is made by. */
async function makeEnvironment(python, home) {
  const make = () => run(python, ['-m', 'venv', '--clear', home], { quiet: true });
  try {
    await make().catch(async (error) => {
      if (!(await aptInstall('Install Debian’s python3-venv', '10 s', ['python3-venv']))) throw error;
      await make();
    });
  } catch (error) {
    throw new NotHere(
      `${python} makes no environment; Debian’s python3-venv would bring it. ${error.message}`,
    );
  }
}

async function install(interpreter, requirements) {
  const wanted = requirements.flatMap((file) => ['-r', file]);
  const quietly = ['--quiet', '--disable-pip-version-check', '--only-binary=:all:'];
  try {
    await run(interpreter, ['-m', 'pip', 'install', ...quietly, ...wanted], { quiet: true });
  } catch (error) {
    throw new NotHere(
      `pip cannot install the packages of ${requirements.join(' and ')} here. ${error.message}`,
    );
  }
}
