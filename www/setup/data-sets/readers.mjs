// The crate's readers of data: the page's module of them, which it needs too.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { givenData, publicFolder } from '../paths.mjs';
import { SetupError } from '../run.mjs';
import { checkSum } from '../sums.mjs';
import { buildWasm } from '../wasm.mjs';
import { pinned } from './download.mjs';

/** What a data set of rows of items is made by, beside its own. */
export const tasteSources = [
  'www/setup/data-sets/readers.mjs',
  ...['tastes', 'rows.rs', 'rows_file.rs'].map((name) => `crate/src/data/${name}`),
];

/** What a data set of texts is made by, beside its own. */
export const textSources = [
  ...['data-sets/readers', 'npm-archive'].map((name) => `www/setup/${name}.mjs`),
  ...['data/lines', 'settings/texts.rs', 'settings/data.rs'].map((name) => `crate/src/${name}`),
];

export async function openReaders() {
  await buildWasm('import');
  const folder = join(publicFolder, 'wasm/import');
  const latent = await import(pathToFileURL(join(folder, 'latent.js')).href);
  latent.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
  return latent;
}

/**
 * The rows that a table says, as a data set.
 * @typedef {{ name: string, sum: string, url?: string, without?: string }} Source `without` says what to do where it has no `url`
 * @param {{ table: Source, titles?: Source, options?: object }} of
 */
export async function readTastes({ table, titles, options = {} }) {
  const { TasteTable } = await openReaders();
  const tastes = new TasteTable(table.name, await contentOf(table));
  if (titles) tastes.title(titles.name, await contentOf(titles));
  const { set, refused } = tastes.read(options);
  if (!set) throw new SetupError(`${refused.name} is not as expected: ${JSON.stringify(refused.why)}`);
  return { data: set.data, train: set.train, test: set.test };
}

/**
 * Lines of text as a data set, one in ten of them for tests.
 * @param {string} name @param {string[]} lines @param {object} [options]
 */
export async function readTexts(name, lines, options = {}) {
  const { TextFile } = await openReaders();
  const { set, refused } = new TextFile(name, Buffer.from(lines.join('\n'))).read({
    testShare: 0.1,
    ...options,
  });
  if (!set) throw new SetupError(`${refused.name} is not as expected: ${JSON.stringify(refused.why)}`);
  return { data: set.data, train: set.train, test: set.test };
}

/** Of DATA_DIR, or else from where it is published. @param {Source} source */
async function contentOf({ name, sum, url, without }) {
  const given = givenData && join(givenData, name);
  if (!given || !existsSync(given)) {
    if (!url) throw new SetupError(without);
    return readFileSync(await pinned({ url, sum }));
  }
  const content = readFileSync(given);
  checkSum(content, sum, given, 'correct DATA_DIR, or unset it');
  return content;
}
