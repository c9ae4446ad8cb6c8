import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { publicFolder } from '../setup/paths.mjs';
import { SITE_DATA } from './data/spec';
import { madeOf } from './mine';
import type { Readers } from './readers';

let readers: typeof Readers;
beforeAll(async () => {
  const folder = join(publicFolder, 'wasm', 'import');
  readers = await import(pathToFileURL(join(folder, 'latent.js')).href);
  readers.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
});

const SIDE = 56;
const isDrawn = (index: number) =>
  index % SIDE > 9 && index % SIDE < 20 && index > 9 * SIDE && index < 40 * SIDE;
const pad = (paper: number, ink: number) =>
  Array.from({ length: SIDE * SIDE }, (_, index) => (isDrawn(index) ? ink : paper));
const prepared = (pad: readonly number[]) => readers.prepared(Uint8Array.from(pad), SIDE, SITE_DATA);

it('prepares a drawing as MNIST is, of a pad in colour too', () => {
  const grey = prepared(pad(0, 255));
  expect(grey).toHaveLength(784);
  expect(grey?.[0]).toBe(0);
  expect(Math.max(...(grey ?? []))).toBe(255);
  expect(prepared([...pad(255, 0), ...pad(255, 90), ...pad(255, 200)])).toEqual(grey);
  expect(prepared(pad(0, 0))).toBeUndefined();
  expect(prepared([...pad(40, 40), ...pad(9, 9), ...pad(0, 0)])).toBeUndefined();
  expect(() => readers.prepared(Uint8Array.of(1), 0, SITE_DATA)).toThrow('expected a square pad');
});

const drawn = (name: string, level: number) => ({
  pixels: Uint8Array.from({ length: 784 }, (_, at) => (at % 28 > 9 && at % 28 < 18 ? level : 0)),
  class: name,
});
const drawings = [drawn('heart', 250), drawn('star', 200), drawn('heart', 150), drawn('star', 100)];

it('makes 2,000 images of drawings, parted by drawing, of each class that has enough', async () => {
  const { data, counts, splits, key } = await madeOf(readers, drawings, SITE_DATA);
  expect(data).toEqual({ ...SITE_DATA, classes: ['heart', 'star'] });
  expect(counts).toEqual({ train: [500, 1000], t10k: [500, 0] });
  expect(splits.train.images.size).toBe(16 + 1500 * 784);
  expect((await madeOf(readers, drawings, SITE_DATA)).key).toBe(key);
  await expect(madeOf(readers, drawings.slice(1, 2), SITE_DATA)).rejects.toThrow('two drawings or more');
});

it('mixes them with as many of each digit', async () => {
  const file = (header: readonly number[], bytes: Uint8Array<ArrayBuffer>) =>
    new Blob([Uint8Array.from(header), bytes]);
  const digits = {
    images: file([0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, 28, 0, 0, 0, 28], new Uint8Array(40 * 784)),
    labels: file(
      [0, 0, 8, 1, 0, 0, 0, 40],
      Uint8Array.from({ length: 40 }, (_, index) => index % 10),
    ),
  };
  const mixed = { data: SITE_DATA, source: { at: 'here' as const, splits: { train: digits, t10k: digits } } };
  const { data, counts } = await madeOf(readers, drawings, SITE_DATA, { base: '/', data: mixed });
  expect(data.classes).toEqual([...SITE_DATA.classes, 'heart', 'star']);
  expect(counts.train).toEqual([...Array(10).fill(4), 500, 1000]);
});
