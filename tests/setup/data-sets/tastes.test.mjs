// Rows of items as the module reads and makes them: the bytes that the crate reads (crate/tests/import/rows.rs).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { publicFolder } from '../../../www/setup/paths.mjs';

const folder = join(publicFolder, 'wasm/import');
let latent;
beforeAll(async () => {
  latent = await import(pathToFileURL(join(folder, 'latent.js')).href);
  latent.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
});

const bytes = (text) => new TextEncoder().encode(text);
const table = (text) => new latent.TasteTable('tastes.csv', bytes(text));
const words = (file) => [...new Uint32Array(file.slice(8, 20).buffer)];
const ratings = 'userId,movieId,rating\na,1,5\na,2,4\nb,1,4\nb,3,2\nc,2,5\nc,1,4\nd,3,5\nd,1,4\n';

it('makes the listeners that the crate makes', () => {
  const { data, train, test } = latent.makeMusic();
  expect([data.kind, data.width, data.items.length, data.items[0]]).toEqual(['items', 480, 480, 'Blues 1']);
  expect([words(train.images).slice(0, 2), words(test.images).slice(0, 2)]).toEqual([
    [5000, 480],
    [1000, 480],
  ]);
  expect(train.labels.length).toBe(8 + 5000);
});

it('reads ratings with titles, parts them by share and seed, and names what is liked most', () => {
  const ours = table(ratings);
  expect([ours.isMeant(), ours.isRatings()]).toEqual([true, true]);
  ours.title('films.csv', bytes('movieId,title,year\n1,Heat,1995\n2,Jaws,1975\n'));
  const options = { leastPeople: 2, leastItems: 1, testShare: 0.25, seed: 3 };
  const { set } = ours.read(options);
  expect(set.data.items).toEqual(['Heat (1995)', 'Jaws (1975)']);
  expect([set.people, set.likes]).toEqual([{ train: 3, test: 1 }, 6]);
  expect(set.favourites).toEqual([
    { item: 'Heat (1995)', people: 4 },
    { item: 'Jaws (1975)', people: 2 },
  ]);
  expect(words(set.train.images).slice(0, 2)).toEqual([3, 2]);
  expect(ours.read(options).set.train).toEqual(set.train);
  expect(ours.read({ ...options, leastPeople: 1, liked: 1 }).set.data.items).toHaveLength(3);
});

it('says why a table is not read, and of which file', () => {
  expect(table('a\n1\n').read({}).refused).toEqual({ name: 'tastes.csv', why: { kind: 'columns', came: 1 } });
  const twice = table('user,item\nann,tea\nann,tea\n').read({}).refused;
  expect(twice.why).toEqual({ kind: 'twice', line: 3, person: 'ann', item: 'tea' });
  const few = table('user,item,rating\na,x,1\nb,y,2\n').read({}).refused;
  expect(few.why).toEqual({ kind: 'few', items: 0, people: 0, ofItems: 2, ofPeople: 2 });
  expect(table('').read({}).refused.why).toEqual({ kind: 'file', why: { kind: 'empty' } });
  const titled = table(ratings);
  titled.title('titles.csv', bytes('one\n'));
  expect(titled.read({}).refused).toEqual({ name: 'titles.csv', why: { kind: 'columns', came: 1 } });
  expect(() => table(ratings).read({ leastPeople: 'many' })).toThrow();
});
