import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../www/setup/paths.mjs';

const assets = join(root, 'assets');
const listed = JSON.parse(readFileSync(join(assets, 'models.json'), 'utf8'));

it('lists the models of assets/, each with its size, and first the one that the page opens with', () => {
  const files = readdirSync(assets).filter((name) => name.endsWith('.safetensors'));
  expect(listed.map(({ file }) => file).sort()).toEqual(files.sort());
  for (const { file, bytes } of listed)
    expect([file, bytes]).toEqual([file, statSync(join(assets, file)).size]);
  expect(listed[0].file).toBe('mnist-2d.safetensors');
});

it('says of each which view of the data it is for', () => {
  for (const { words } of listed) expect(words).toMatch(/(greyscale|binarised|thresholded) MNIST/);
});
