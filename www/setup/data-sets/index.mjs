// The data sets beside MNIST that the site brings along: each is made by its module, and one that cannot be had is left out.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publicFolder, root } from '../paths.mjs';
import { SetupError } from '../run.mjs';
import { fingerprint, once } from '../stamp.mjs';
import { step } from '../step.mjs';
import { sumOf } from '../sums.mjs';
import { animals } from './animals.mjs';
import { fashion } from './fashion.mjs';

/**
 * @typedef {object} BuiltIn
 * @property {string} key
 * @property {string[]} [sources] what it is made from beside its module
 * @property {(step: typeof import('../step.mjs').step) => Promise<Made | undefined>} make nothing, or a SetupError that says
 *   why, where it cannot be had
 * @typedef {{ images: Uint8Array, labels: Uint8Array }} Split plain IDX files
 * @typedef {{ data: object, train: Split, test: Split }} Made
 */

/** In the order in which they are shown. @type {BuiltIn[]} */
const builtIn = [
  fashion,
  animals,
  // shapes,
  // characters,
  // emoji,
];

const folder = join(publicFolder, 'data');
const fileNames = ['images-idx3-ubyte.gz', 'labels-idx1-ubyte.gz'];

/** How many items an IDX file says that it has. */
const countIn = (idx) => new DataView(idx.buffer, idx.byteOffset).getUint32(4);

/** Writes a set's files and their manifest, which is as MNIST's with what the data is. */
export function writeSet(to, key, { data, train, test }) {
  mkdirSync(to, { recursive: true });
  const files = Object.entries({ train, t10k: test }).flatMap(([split, { images, labels }]) =>
    [images, labels].map((content, index) => {
      const name = `${split}-${fileNames[index]}`;
      const bytes = gzipSync(content);
      writeFileSync(join(to, name), bytes);
      return [name, { ...sumOf(bytes), unpacked: sumOf(content) }];
    }),
  );
  const counts = { train: countIn(train.labels), test: countIn(test.labels) };
  const manifest = { name: key, ...counts, data, files: Object.fromEntries(files) };
  writeFileSync(join(to, 'manifest.json'), `${JSON.stringify(manifest)}\n`);
}

/** Whether the set is there; a line says why not. @param {BuiltIn} set */
async function ensureSet({ key, sources = [], make }) {
  const to = join(folder, key);
  const made = [`${key}.mjs`, 'index.mjs', 'download.mjs'].map((name) => `www/setup/data-sets/${name}`);
  const inputs = fingerprint([...made, ...sources]);
  try {
    await once(`data-${key}`, { inputs, output: join(to, 'manifest.json') }, async () => {
      rmSync(to, { recursive: true, force: true });
      const set = await make(step);
      if (!set) throw new SetupError('it cannot be had here');
      writeSet(to, key, set);
    });
    return true;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.log(`  without the data set “${key}”: ${error.message}`);
    return false;
  }
}

/** What the page lists of a set that is there. */
function listed(key, models) {
  const { data, train, test } = JSON.parse(readFileSync(join(folder, key, 'manifest.json'), 'utf8'));
  const model = models.find(({ dataSet }) => dataSet === key)?.file;
  return { key, data, train, test, model };
}

/** Makes what is not made yet, and lists what there is for the page. */
export async function ensureDataSets() {
  const there = [];
  for (const set of builtIn) if (await ensureSet(set)) there.push(set.key);
  const models = JSON.parse(readFileSync(join(root, 'assets/models.json'), 'utf8'));
  const list = there.map((key) => listed(key, models));
  writeFileSync(join(folder, 'sets.json'), `${JSON.stringify(list)}\n`);
}
