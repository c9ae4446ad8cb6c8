// The readers of one's own data as a browser runs them: the module that is built for them alone.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { publicFolder } from '../../www/setup/paths.mjs';

const folder = join(publicFolder, 'wasm', 'import');
let latent;

beforeAll(async () => {
  latent = await import(pathToFileURL(join(folder, 'latent.js')).href);
  latent.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
});

/** Pictures of 2 x 2, as MNIST's files are written, and their classes. */
const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2, ...Array(16).fill(200));
const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 1, 0);
const grey = { side: 28, channels: 1, fit: 'pad', layout: {} };

function read(files, parting = {}) {
  const session = new latent.ImportSession(grey);
  for (const [name, bytes] of files) {
    if (!session.admit(name, bytes.length)) continue;
    // In pieces, as they come.
    for (let at = 0; at < bytes.length; at += 7) session.push(bytes.subarray(at, at + 7));
    session.begin(name);
    while (session.advance(1)) expect(session.count).toBeLessThan(5);
  }
  return session.part({ seed: 1, testShare: 0.25, ink: 'light', ...parting });
}

it('reads files in pieces, parts them, and refuses the rest by name', () => {
  const files = [
    ['mine/images.gz', gzipSync(images)],
    ['mine/labels', labels],
    ['mine/notes.txt', new TextEncoder().encode('no picture')],
    ['mine/.DS_Store', new TextEncoder().encode('nobody means it')],
  ];
  const { data, train, test, leftOut, inverted } = read(files);
  expect(data).toEqual({ kind: 'image', width: 28, height: 28, channels: 1, classes: ['0', '1'] });
  expect([...train.images.subarray(0, 16)]).toEqual([0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 28]);
  expect(train.images).toHaveLength(16 + 3 * 784);
  expect(test.labels).toHaveLength(8 + 1);
  expect(train.images[16]).toBe(200);
  expect(leftOut).toEqual({ refused: [{ name: 'mine/notes.txt', why: { kind: 'unknown' } }], refusals: 1 });
  expect(inverted).toBe(0);
  expect(read(files, { ink: 'found' }).train.images[16]).toBe(55);
});

it('says of too little what was expected', () => {
  expect(() => read([['labels', labels]])).toThrow(/expected two pictures or more/);
});

it('refuses what is more than all files may have, and what breaks off, by name', () => {
  const session = new latent.ImportSession(grey);
  expect(session.admit('huge.npy', 2 ** 30 + 1)).toBe(false);
  expect(session.admit('gone.png', 100)).toBe(true);
  session.push(new Uint8Array(3));
  session.leave('gone.png', 'it is no longer there');
  expect(session.leftOut()).toEqual({
    refused: [
      { name: 'huge.npy', why: { kind: 'bomb', most: 2 ** 30 } },
      { name: 'gone.png', why: { kind: 'damaged', message: 'it is no longer there' } },
    ],
    refusals: 2,
  });
});
