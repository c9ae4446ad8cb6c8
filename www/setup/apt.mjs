// Debian and Ubuntu packages, where this process may install them.

import { run, which } from './run.mjs';
import { step } from './step.mjs';

/** True when the packages are installed now; false where apt cannot be used or fails. */
export async function aptInstall(title, usually, packages) {
  if (!which('apt-get') || process.getuid?.() !== 0) return false;
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await step(title, usually, async () => {
      await run('apt-get', ['update'], { env, quiet: true });
      await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, quiet: true });
    });
    return true;
  } catch (error) {
    console.log(`  apt-get could not do that: ${error.message}`);
    return false;
  }
}
