import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pinned } from '../../../www/setup/data-sets/download.mjs';
import { builtInKeys, ensureSets, writeSet } from '../../../www/setup/data-sets/index.mjs';
import { encodeIdx } from '../../../www/setup/idx.mjs';
import { SetupError } from '../../../www/setup/run.mjs';
import { sha256, sumOf } from '../../../www/setup/sums.mjs';
import { temporaryFolder } from '../temporary.mjs';

let folder;
beforeEach(() => {
  folder = temporaryFolder();
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

it('has a shipped model of two dimensions of each set', () => {
  const listed = JSON.parse(readFileSync('assets/models.json', 'utf8'));
  const flat = listed.filter(({ dataSet, config }) => dataSet && config.latentSize === 2);
  expect([...new Set(flat.map(({ dataSet }) => dataSet))].sort()).toEqual([...builtInKeys].sort());
});

const data = { kind: 'image', width: 2, height: 1, channels: 3, classes: ['a', 'b'] };
const split = (count) => ({
  images: encodeIdx([count, 3, 2], Buffer.alloc(6 * count, 9)),
  labels: encodeIdx([count], Buffer.alloc(count)),
});
const made = { data, train: split(3), test: split(1) };
const read = (name) => readFileSync(join(folder, name));
const manifest = (key) => JSON.parse(read(`${key}/manifest.json`).toString());

describe('a data set of the site', () => {
  it('lies there as gzip files with a manifest that says what it is and both sums of each', () => {
    writeSet(join(folder, 'mine'), 'mine', made);
    const { files, ...rest } = manifest('mine');
    expect(rest).toEqual({ name: 'mine', train: 3, test: 1, data });
    expect(Object.keys(files)).toEqual([
      ...['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'],
      ...['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'],
    ]);
    for (const [name, { unpacked, ...packed }] of Object.entries(files)) {
      const bytes = read(`mine/${name}`);
      expect([packed, unpacked]).toEqual([sumOf(bytes), sumOf(gunzipSync(bytes))]);
    }
    expect(gunzipSync(read('mine/t10k-images-idx3-ubyte.gz')).equals(made.test.images)).toBe(true);
  });

  it('of bags of words has the texts themselves beside the rows, a line each', () => {
    const data = { kind: 'items', width: 1, height: 1, channels: 1, classes: ['?'], items: ['tea'] };
    const texts = Buffer.from('some tea\nmore tea');
    writeSet(join(folder, 'texts'), 'texts', { data, train: { ...split(2), texts }, test: split(1) });
    const names = Object.keys(manifest('texts').files);
    expect(names).toContain('train-texts.gz');
    expect(names).not.toContain('t10k-texts.gz');
    expect(gunzipSync(read('texts/train-texts.gz')).equals(texts)).toBe(true);
  });

  it('of items has a file of rows, and lists their names beside it alone', async () => {
    const data = {
      kind: 'items',
      width: 2,
      height: 1,
      channels: 1,
      classes: ['?'],
      items: ['tea', 'coffee'],
    };
    const make = async () => ({ data, train: split(3), test: split(1) });
    await ensureSets([{ key: 'drinks', make }], { folder, stamp: `test-${process.pid}-` });
    expect(manifest('drinks').data).toEqual(data);
    expect(Object.keys(manifest('drinks').files)).toEqual([
      ...['train-rows.gz', 'train-labels-idx1-ubyte.gz', 't10k-rows.gz', 't10k-labels-idx1-ubyte.gz'],
    ]);
    const { items: _, ...listed } = data;
    expect(JSON.parse(read('sets.json').toString())).toEqual([
      { key: 'drinks', data: listed, train: 3, test: 1 },
    ]);
  });

  it('that cannot be had is left out with a line, and the others are listed', async () => {
    const make = async () => {
      throw new SetupError('example.org cannot be reached (ENOTFOUND)');
    };
    const sets = [
      { key: 'no-network', make },
      { key: 'nowhere', make: async () => undefined },
      { key: 'mine', make: async () => made },
    ];
    const options = { folder, stamp: `test-${process.pid}-` };
    expect(await ensureSets(sets, options)).toBe(true);
    const lines = vi.mocked(console.log).mock.calls.flat();
    expect(lines).toEqual([
      '  without the data set “no-network”: example.org cannot be reached (ENOTFOUND)',
      '  without the data set “nowhere”: it cannot be had here',
    ]);
    const list = JSON.parse(read('sets.json').toString());
    expect(list).toEqual([{ key: 'mine', data, train: 3, test: 1 }]);
  });

  it('that is made wrongly is no reason to go without: it fails', async () => {
    const make = async () => {
      throw new TypeError('no such function');
    };
    const wrong = ensureSets([{ key: 'wrong', make }], { folder, stamp: 'test-' });
    await expect(wrong).rejects.toThrow('no such function');
  });
});

describe('a download', () => {
  const content = Buffer.from('a file of that version');
  let server;
  let answers;
  let url;
  beforeEach(async () => {
    answers = [];
    server = createServer((_request, response) => {
      const answer = answers.shift();
      response.writeHead(answer ? 200 : 404).end(answer);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    url = `http://127.0.0.1:${server.address().port}/pool/mine_1.0.deb`;
  });
  afterEach(() => server.close());

  it('is fetched once', async () => {
    answers = [content];
    const wanted = { url, sum: sha256(content) };
    expect(await pinned(wanted, folder)).toBe(join(folder, 'mine_1.0.deb'));
    expect(await pinned(wanted, folder)).toBe(join(folder, 'mine_1.0.deb'));
    expect(read('mine_1.0.deb').equals(content)).toBe(true);
  });

  it('that is broken is refused and not kept, and one that was spoilt in the cache too', async () => {
    answers = [content.subarray(3), content];
    const wanted = { url, sum: sha256(content) };
    const refused = `${url} is refused: its SHA-256 should be ${sha256(content)}, but is ${sha256(content.subarray(3))}.`;
    await expect(pinned(wanted, folder)).rejects.toThrow(refused);
    await pinned(wanted, folder);
    writeFileSync(join(folder, 'mine_1.0.deb'), 'spoilt');
    await expect(pinned(wanted, folder)).rejects.toThrow(/mine_1.0.deb is refused: .*delete it/);
  });

  it('that does not come says from where, as what can be gone without', async () => {
    const wanted = { url, sum: '' };
    await expect(pinned(wanted, folder)).rejects.toThrow(SetupError);
    await expect(pinned(wanted, folder)).rejects.toThrow('127.0.0.1');
  });
});
