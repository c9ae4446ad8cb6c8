import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { publicFolder } from '../setup/paths.mjs';
import { filesOf, ofSamples, sumOf } from './imported';
import { Importing } from './importing';
import type {
  ChosenFile,
  ImportedFiles,
  ImportProgress,
  Parted,
  Preparation,
  TableKind,
} from './protocol/importer';
import type { Readers } from './readers';

let readers: typeof Readers;
beforeAll(async () => {
  const folder = join(publicFolder, 'wasm', 'import');
  readers = await import(pathToFileURL(join(folder, 'latent.js')).href);
  readers.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
});

const grey: Preparation = { side: 28, channels: 1, fit: 'pad', layout: {} };
const importing = (kind: TableKind = 'found') =>
  new Importing(readers, new readers.ImportSession(grey), kind);

const file = (path: string, bytes: Uint8Array<ArrayBuffer>): ChosenFile => ({
  path,
  file: new File([bytes], path),
});
const pictures = (count: number) =>
  file(
    'mine/images',
    Uint8Array.of(0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 2, ...Array(4 * count).fill(7)),
  );
const labels = (...classes: number[]) =>
  file('mine/labels', Uint8Array.of(0, 0, 8, 1, 0, 0, 0, classes.length, ...classes));

const keyIn = (set: Parted['set']) => (typeof set === 'object' && 'key' in set ? set.key : set);

it('reads files, tells how far it is, and parts them with their counts and first pictures', async () => {
  const it = importing();
  const told: ImportProgress[] = [];
  await it.read([pictures(4), labels(0, 2, 2, 2)], (progress) => told.push(progress));
  await it.read([file('mine/notes.txt', Uint8Array.of(1, 2))], (progress) => told.push(progress));
  expect(told.at(-1)).toEqual({ files: 3, pictures: 4, bytes: 32 + 12 + 2 });
  const { set, leftOut } = await it.part({ seed: 1, testShare: 0.25, ink: 'light' }, {});
  expect(leftOut).toEqual({ refused: [{ name: 'mine/notes.txt', why: { kind: 'unknown' } }], refusals: 1 });
  if (typeof set === 'string' || !('sheet' in set)) throw new Error('no pictures');
  expect(set.key).toMatch(/^[0-9a-f]{16}$/);
  expect(set.data.classes).toEqual(['0', '1', '2']);
  const all = set.counts.train.map((count, label) => count + (set.counts.t10k[label] ?? 0));
  expect(all).toEqual([1, 0, 3]);
  expect(set.splits.train.images.size).toBe(16 + 3 * 784);
  expect(set.splits.t10k.labels.size).toBe(8 + 1);
  expect(set.sheet.images).toHaveLength(3 * 784);
  expect(set.sheet.images[0]).toBe(7);
  expect(set.sheet.labels).toHaveLength(3);
});

it('has the same key for the same data, and parts it otherwise without reading again', async () => {
  const keyOf = async (seed: number) => {
    const it = importing();
    await it.read(
      [file('a/images', Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 3, 4))],
      () => 0,
    );
    const [one, other] = [await it.part({ seed }, {}), await it.part({ seed: seed + 1 }, {})];
    return [one, other].map(({ set }) => keyIn(set));
  };
  const [first, second] = [await keyOf(1), await keyOf(1)];
  expect(first).toEqual(second);
  expect(first[0]).not.toBe(first[1]);
});

it('leaves a file that cannot be opened or breaks off, by name, and reads the rest', async () => {
  const it = importing();
  const gone = Object.assign(new File([new Uint8Array(9)], 'gone.png'), {
    stream: () => new ReadableStream({ pull: () => Promise.reject(new Error('it is no longer there')) }),
  });
  const chosen = [{ path: 'link.png', file: undefined }, { path: 'gone.png', file: gone }, pictures(2)];
  await it.read(chosen, () => undefined);
  const { leftOut, pictures: count } = await it.part({}, {});
  expect(count).toBe(2);
  expect(leftOut.refused.map(({ name, why }) => [name, why.kind])).toEqual([
    ['link.png', 'damaged'],
    ['gone.png', 'damaged'],
  ]);
});

it('says of too few pictures, and of too many classes, what was left out too', async () => {
  const few = importing();
  await few.read([file('a.bin', Uint8Array.of(1))], () => undefined);
  expect(await few.part({}, {})).toMatchObject({
    set: 'few pictures',
    pictures: 0,
    leftOut: { refusals: 1 },
  });

  const many = importing();
  const rows = Array.from({ length: 300 }, (_, row) => `1,2,3,4,class ${row}`).join('\n');
  await many.read([file('a.csv', new TextEncoder().encode(rows))], () => undefined);
  expect(await many.part({}, {})).toMatchObject({ set: 'many classes', pictures: 300 });
});

it('has another key for the same pictures with other labels', async () => {
  const keyOf = async (...classes: number[]) => {
    const it = importing();
    await it.read([pictures(4), labels(...classes)], () => undefined);
    const { set } = await it.part({ seed: 1, testShare: 0.25, ink: 'light' }, {});
    return keyIn(set);
  };
  const key = await keyOf(0, 1, 1, 1);
  expect(await keyOf(0, 1, 1, 1)).toBe(key);
  expect(await keyOf(1, 0, 0, 0)).not.toBe(key);
});

const csv = (path: string, text: string) => file(path, new TextEncoder().encode(text));
const fruit = csv('fruit.csv', 'Name,Apple,Pear,Plum,Fig\nann,1,0,1,1\nbob,1,1,0,0\n');

it('takes a table of who likes what for that, alone or with titles, unless it is said to be of pictures', async () => {
  const it = importing();
  const told: ImportProgress[] = [];
  const ratings = csv('ratings.csv', 'userId,movieId\na,1\na,2\nb,1\nb,3\n');
  await it.read([csv('movies.csv', 'movieId,title\n1,Heat\n'), ratings], (progress) => told.push(progress));
  expect(told.at(-1)).toEqual({ files: 2, pictures: 0, bytes: 52 });
  const { set } = await it.part({ seed: 1, testShare: 0.5 }, {});
  expect(set).toMatchObject({ people: { train: 1, t10k: 1 }, likes: 4, data: { items: ['Heat', '2', '3'] } });
  expect((await it.part({}, { leastPeople: 2, leastItems: 2 })).set).toMatchObject({ why: { kind: 'few' } });

  const [found, meant] = [importing(), importing('pictures')];
  for (const reading of [found, meant]) await reading.read([fruit], () => undefined);
  expect((await found.part({}, {})).set).toMatchObject({ likes: 5 });
  expect((await meant.part({}, {})).set).toHaveProperty('sheet');
});

it('takes other files than one or two tables for pictures, and those after others', async () => {
  const it = importing();
  await it.read([pictures(2)], () => undefined);
  await it.read([fruit], () => undefined);
  expect((await it.part({}, {})).pictures).toBe(4);
  const three = importing();
  await three.read([fruit, fruit, fruit], () => undefined);
  expect((await three.part({}, {})).pictures).toBe(6);
  const meant = importing('tastes');
  await meant.read([csv('likes.txt', 'ann;tea;5\nbob;cake;5\nbob;tea;5\n')], () => undefined);
  expect((await meant.part({}, { leastItems: 1 })).set).toMatchObject({ likes: 3 });
});

const reviews = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) =>
    at % 2
      ? `1\tThis lovely tea is warm, number ${from + at}`
      : `0\tThat awful tea is cold, number ${from + at}`,
  ).join('\n');

it('takes a table of texts and classes for that, and one called so to test on; lines of text where it is told', async () => {
  const it = importing();
  const told: ImportProgress[] = [];
  const table = csv('reviews.tsv', reviews(0, 12));
  await it.read([csv('my-test.tsv', reviews(12, 16)), table], (progress) => told.push(progress));
  expect(told.at(-1)).toMatchObject({ files: 2, pictures: 0 });
  const { set } = await it.part({ seed: 1, testShare: 0.5 }, {});
  expect(set).toMatchObject({
    texts: { train: 12, t10k: 4 },
    leftOut: 0,
    data: { terms: 'words', classes: ['0', '1'] },
  });
  const { splits } = set as { splits: { train: { texts: Blob } } };
  expect((await splits.train.texts.text()).split('\n')).toHaveLength(12);
  const { sum, splits: files } = set as ImportedFiles;
  expect(await sumOf(filesOf(files))).toBe(sum);
  const otherTexts = { ...files, train: { ...files.train, texts: new Blob(['other texts']) } };
  const changed = await sumOf(filesOf(otherTexts));
  expect(changed).not.toBe(sum);
  expect(ofSamples(changed)).toBe(ofSamples(sum));

  const meant = importing('texts');
  await meant.read([csv('lines.txt', 'some tea here\n'.repeat(6))], () => undefined);
  expect((await meant.part({ testShare: 0.34 }, {})).set).toMatchObject({ data: { classes: ['?'] } });
  const one = importing('texts');
  await one.read([csv('one.csv', 'one column\nof texts\n')], () => undefined);
  expect((await one.part({}, {})).set).toMatchObject({ of: 'texts', why: { kind: 'columns', came: 1 } });
});
