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

/** The same of bags of words. */
export const textSources = [...tasteSources, 'crate/src/data/words'];

/** What a data set of lines is made by, beside its own. */
export const lineSources = [
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
 * @typedef {{ name: string, sum: string, url?: string }} Source
 * @param {{ table: Source | Content, titles?: Content, options?: object }} of
 */
export async function readTastes({ table, titles, options = {} }) {
  const { TasteTable } = await openReaders();
  const tastes = new TasteTable(table.name, 'content' in table ? table.content : await contentOf(table));
  if (titles) tastes.title(titles.name, titles.content);
  const { set, refused } = tastes.read(options);
  if (!set) throw new SetupError(`${refused.name} is not as expected: ${JSON.stringify(refused.why)}`);
  return { data: set.data, train: set.train, test: set.test };
}

/**
 * The bags of words of a table of texts, as a data set, and the texts themselves.
 * @typedef {{ name: string, content: Uint8Array }} Content
 * @param {{ table: Content, test?: Content, options?: object }} of `test` is tested on
 */
export async function readTexts({ table, test, options = {} }) {
  const { TextTable } = await openReaders();
  const texts = new TextTable(table.name, table.content);
  if (test) texts.test(test.name, test.content);
  const { set, refused } = texts.read(options);
  if (!set) throw new SetupError(`${refused.name} is not as expected: ${JSON.stringify(refused.why)}`);
  const { data, train, test: held, trainTexts, testTexts } = set;
  return { data, train: { ...train, texts: trainTexts }, test: { ...held, texts: testTexts } };
}

/**
 * Lines of text as a data set, one in ten of them for tests.
 * @param {string} name @param {string[]} lines @param {object} [options]
 */
export async function readLines(name, lines, options = {}) {
  const { LineFile } = await openReaders();
  const { set, refused } = new LineFile(name, Buffer.from(lines.join('\n'))).read({
    testShare: 0.1,
    ...options,
  });
  if (!set) throw new SetupError(`${refused.name} is not as expected: ${JSON.stringify(refused.why)}`);
  return { data: set.data, train: set.train, test: set.test };
}

/** Of DATA_DIR, or else from where it is published. @param {Source} source */
export async function contentOf({ name, sum, url }) {
  const given = givenData && join(givenData, name);
  if (!given || !existsSync(given)) return readFileSync(await pinned({ url, sum }));
  const content = readFileSync(given);
  checkSum(content, sum, given, 'correct DATA_DIR, or unset it');
  return content;
}
