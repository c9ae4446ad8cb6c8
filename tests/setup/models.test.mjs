import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as latent from '../../www/public/wasm/cpu/latent.js';
import { entryOf, listedOf } from '../../www/setup/model-list.mjs';
import { publicFolder, root } from '../../www/setup/paths.mjs';
import { formOf, recipes } from '../../www/setup/recipes.mjs';

const assets = join(root, 'assets');
const wasm = join(publicFolder, 'wasm/cpu');
const listed = JSON.parse(readFileSync(join(assets, 'models.json'), 'utf8'));

it('lists the models of assets/, each with its size, and first the one that the page opens with', () => {
  const files = readdirSync(assets).filter((name) => name.endsWith('.safetensors'));
  expect(listed.map(({ file }) => file).sort()).toEqual(files.sort());
  for (const { file, bytes } of listed)
    expect([file, bytes]).toEqual([file, statSync(join(assets, file)).size]);
  expect(listed[0].file).toBe('mnist-2d.safetensors');
});

it('says of each what its own files say', () => {
  for (const entry of listed) {
    const { file, config } = entry;
    expect(entry).toEqual(entryOf(nameOf(file)));
    expect(config).toEqual(listedOf(configOf(file)));
  }
});

it('says of each the settings that it was trained with, and the crate makes such a model of them', () => {
  latent.initSync({ module: readFileSync(join(wasm, 'latent_bg.wasm')) });
  const form = latent.writeForm(latent.defaultRun());
  for (const { file, config, noise, recipe } of listed) {
    expect(recipe).toEqual(formOf(recipes[nameOf(file)]));
    const { run, errors } = latent.checkForm({ ...form, ...recipe }, undefined, configOf(file).data);
    expect(errors).toEqual([]);
    expect(run.model).toMatchObject(config);
    const { share } = recipe;
    const hidden = share ? { kind: 'mask', share: Number(share) } : { kind: 'none' };
    expect(run.train.corruption).toEqual(noise > 0 ? { kind: 'noise', sigma: noise } : hidden);
  }
});

const nameOf = (file) => file.replace('.safetensors', '');

/** The model in the file's header: eight bytes of length, then JSON. */
function configOf(file) {
  const bytes = readFileSync(join(assets, file));
  const header = JSON.parse(bytes.subarray(8, 8 + Number(bytes.readBigUInt64LE())).toString());
  return JSON.parse(header.__metadata__.model);
}
