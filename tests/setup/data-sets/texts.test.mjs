// Bags of words as the module makes them, and the site's own reviews.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { publicFolder } from '../../../www/setup/paths.mjs';

const folder = join(publicFolder, 'wasm/import');
let latent;
beforeAll(async () => {
  latent = await import(pathToFileURL(join(folder, 'latent.js')).href);
  latent.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
});

const bytes = (text) => new TextEncoder().encode(text);
const table = (text) => new latent.TextTable('reviews.tsv', bytes(text));
const rows = (file) => new Uint32Array(file.slice(8, 12).buffer)[0];
const lines = (text) => new TextDecoder().decode(text).split('\n');
const reviews = Array.from({ length: 12 }, (_, at) =>
  at % 2 ? `1\tlovely tea and cake, number ${at}` : `0\tawful tea, no cake, number ${at}`,
).join('\n');

it('makes rows of the words of a table, with the texts themselves, parted by share and seed', () => {
  const ours = table(reviews);
  expect(ours.isMeant()).toBe(true);
  const options = { testShare: 0.25, seed: 3, classes: ['bad', 'good'] };
  const { set } = ours.read(options);
  expect([set.data.classes, set.data.terms, set.texts]).toEqual([
    ['bad', 'good'],
    'words',
    { train: 9, test: 3 },
  ]);
  expect([rows(set.train.images), rows(set.test.images)]).toEqual([9, 3]);
  expect([...lines(set.trainTexts), ...lines(set.testTexts)].sort()).toEqual(
    reviews
      .split('\n')
      .map((line) => line.slice(2))
      .sort(),
  );
  expect(ours.read(options).set.train).toEqual(set.train);
  ours.test('held.tsv', bytes('1\tlovely cake\n0\tawful cake\n'));
  expect(ours.read(options).set.texts).toEqual({ train: 12, test: 2 });
});

it('says why a table is not read, and of which file', () => {
  const why = (text) => table(text).read({}).refused;
  expect(why('a\nb\n')).toEqual({ name: 'reviews.tsv', why: { kind: 'columns', came: 1 } });
  expect(why('1\tall of\n1\tone class\n').why).toEqual({ kind: 'classes', most: 20, came: 1 });
  expect(why('').why).toEqual({ kind: 'file', why: { kind: 'empty' } });
  expect(why(`1\tshort\n0\t${'long '.repeat(30_000)}\n`).why).toEqual({
    kind: 'long',
    line: 2,
    most: 100_000,
  });
  expect(() => table(reviews).read({ seed: 'many' })).toThrow();
});

it.each(['reviews-en', 'reviews-zh'])('has a text for each row of %s, where set-up made it', (key) => {
  const of = (name) => join(publicFolder, 'data', key, name);
  if (!existsSync(of('manifest.json'))) return;
  const { train, test, data } = JSON.parse(readFileSync(of('manifest.json'), 'utf8'));
  const count = (split) => lines(gunzipSync(readFileSync(of(`${split}-texts.gz`)))).length;
  expect([count('train'), count('t10k'), data.items.length]).toEqual([train, test, 2000]);
});
