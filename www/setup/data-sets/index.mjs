// The data sets beside MNIST that the site brings along: each is made by its module, and one that cannot be had is left out.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publicFolder } from '../paths.mjs';
import { SetupError } from '../run.mjs';
import { fingerprint, once } from '../stamp.mjs';
import { step } from '../step.mjs';
import { sumOf } from '../sums.mjs';
import { animals } from './animals.mjs';
import { bobRoss } from './bob-ross.mjs';
import { characters } from './characters.mjs';
import { colours } from './colours.mjs';
import { cuisines } from './cuisines.mjs';
import { emoji } from './emoji.mjs';
import { fashion } from './fashion.mjs';
import { films } from './films.mjs';
import { music } from './music.mjs';
import { quatrains } from './quatrains.mjs';
import { reviewsEn } from './reviews-en.mjs';
import { reviewsZh } from './reviews-zh.mjs';
import { shapes } from './shapes.mjs';

/**
 * @typedef {object} BuiltIn
 * @property {string} key
 * @property {string[]} [sources] what it is made from beside its module
 * @property {(step: typeof import('../step.mjs').step) => Promise<Made | undefined>} make nothing, or a SetupError that says
 *   why, where it cannot be had
 * @typedef {{ images: Uint8Array, labels: Uint8Array, texts?: Uint8Array }} Split plain IDX files; of items the first is one of the
 *   crate's rows, of texts it has two lines, of low bytes and of high ones; of bags of words the texts themselves, a line each, are
 *   beside them
 * @typedef {{ data: { kind: string }, train: Split, test: Split, licence?: string }} Made
 *   `licence` is what the files are passed on under, where that is to lie beside them
 */

/** In the order in which they are shown. @type {BuiltIn[]} */
const builtIn = [
  fashion,
  animals,
  shapes,
  characters,
  emoji,
  bobRoss,
  cuisines,
  films,
  music,
  reviewsEn,
  reviewsZh,
  colours,
  quatrains,
];
/** What tells them apart. */
export const builtInKeys = builtIn.map(({ key }) => key);

const fileNames = {
  image: ['images-idx3-ubyte.gz', 'labels-idx1-ubyte.gz'],
  items: ['rows.gz', 'labels-idx1-ubyte.gz', 'texts.gz'],
  text: ['images-idx3-ubyte.gz', 'labels-idx1-ubyte.gz'],
};

/** How many items an IDX file says that it has. */
const countIn = (idx) => new DataView(idx.buffer, idx.byteOffset).getUint32(4);

/**
 * Writes a set's files and their manifest, which is as MNIST's with what the data is.
 * @param {string} to @param {string} key @param {Made} made
 */
export function writeSet(to, key, { data, train, test, licence }) {
  mkdirSync(to, { recursive: true });
  if (licence) writeFileSync(join(to, 'LICENCE.txt'), licence);
  const files = Object.entries({ train, t10k: test }).flatMap(([split, { images, labels, texts }]) =>
    [images, labels, ...(texts ? [texts] : [])].map((content, index) => {
      const name = `${split}-${fileNames[data.kind][index]}`;
      const bytes = gzipSync(content);
      writeFileSync(join(to, name), bytes);
      return [name, { ...sumOf(bytes), unpacked: sumOf(content) }];
    }),
  );
  const counts = { train: countIn(train.labels), test: countIn(test.labels) };
  const manifest = { name: key, ...counts, data, files: Object.fromEntries(files) };
  writeFileSync(join(to, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
}

/** Whether it had to be made; of one that cannot be had, a line says why not. @param {BuiltIn} set */
async function ensureSet({ key, sources = [], make }, { folder, stamp }) {
  const to = join(folder, key);
  const made = [`${key}.mjs`, 'index.mjs', 'download.mjs'].map((name) => `www/setup/data-sets/${name}`);
  const inputs = fingerprint([...made, ...sources]);
  try {
    return await once(`${stamp}${key}`, { inputs, output: join(to, 'manifest.json') }, async () => {
      rmSync(to, { recursive: true, force: true });
      const set = await make(step);
      if (!set) throw new SetupError('it cannot be had here');
      writeSet(to, key, set);
    });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(`  without the data set “${key}”: ${error.message}`);
    return false;
  }
}

/** Tells the page which sets there are. */
function list(sets, { folder }) {
  const listed = sets.flatMap(({ key }) => {
    const manifest = join(folder, key, 'manifest.json');
    if (!existsSync(manifest)) return [];
    const { data, train, test } = JSON.parse(readFileSync(manifest, 'utf8'));
    // What items are called may be long, and another's: it stays in the set's own folder.
    const { items: _, ...listed } = data;
    return [{ key, data: listed, train, test }];
  });
  writeFileSync(join(folder, 'sets.json'), `${JSON.stringify(listed)}\n`);
}

/** Makes what is not made yet, and lists what there is. Returns whether anything had to be made. */
export async function ensureSets(sets, place) {
  let made = false;
  for (const set of sets) made = (await ensureSet(set, place)) || made;
  list(sets, place);
  return made;
}

const ofSite = { folder: join(publicFolder, 'data'), stamp: 'data-' };

export const ensureDataSets = () => ensureSets(builtIn, ofSite);
/** Without making any. */
export const listDataSets = () => list(builtIn, ofSite);
