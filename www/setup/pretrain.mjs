// npm run pretrain [-- name ...]: trains and evaluates the shipped models again, or those named.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureData } from './data.mjs';
import { publicFolder, root } from './paths.mjs';
import { recipes } from './recipes.mjs';
import { main, outputOf, run, SetupError } from './run.mjs';

const cargo = [
  'run',
  '--locked',
  '--release',
  '-p',
  'latent-explorer',
  '--features',
  'cli',
  '--bin',
  'latent',
  '--',
];
const data = ['--data', join(publicFolder, 'data')];

async function pretrain(name) {
  const recipe = recipes[name];
  if (!recipe) {
    throw new SetupError(`Expected one of ${Object.keys(recipes).join(', ')}, got ${name}.`);
  }
  const file = join(root, 'assets', `${name}.safetensors`);
  await run('cargo', [...cargo, 'train', ...data, ...recipe, '--half', '--out', file]);
  const figures = await outputOf('cargo', [...cargo, 'evaluate', ...data, '--weights', file]);
  if (!figures)
    throw new SetupError(`Expected figures of ${file}, got none: run \`latent evaluate\` to see why.`);
  writeFileSync(file.replace('.safetensors', '.json'), `${figures}\n`);
}

main(async () => {
  await ensureData();
  const names = process.argv.slice(2);
  for (const name of names.length > 0 ? names : Object.keys(recipes)) await pretrain(name);
});
