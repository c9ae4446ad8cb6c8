// The shapes as the module makes them: the bytes that the crate makes natively (crate/tests/import/shapes.rs).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { publicFolder } from '../../../www/setup/paths.mjs';

const folder = join(publicFolder, 'wasm/import');
const sum = (bytes) => bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 0);

it('are made by the crate, the same bytes in wasm', async () => {
  const latent = await import(pathToFileURL(join(folder, 'latent.js')).href);
  latent.initSync({ module: readFileSync(join(folder, 'latent_bg.wasm')) });
  const { data, train, test } = latent.makeShapes();
  const classes = ['Square', 'Ellipse', 'Heart'];
  expect(data).toEqual({ kind: 'image', width: 28, height: 28, channels: 1, classes });
  expect([train.labels.length, test.labels.length]).toEqual([8 + 10_000, 8 + 2_000]);
  const [images, labels] = [train.images.subarray(16, 16 + 784 * 100), train.labels.subarray(8, 8 + 100)];
  expect([sum(images), sum(labels)]).toEqual([2_588_717_422, 530_863_937]);
  // 12,000 are drawn: some seconds where both cores are busy.
}, 30_000);
