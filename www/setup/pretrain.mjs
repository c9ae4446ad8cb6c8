// npm run pretrain [-- name ...]: trains and evaluates the shipped models again, or those named, and finds their good places;
// with --places nothing but these.

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

async function pretrain(name, file) {
  await run('cargo', [...cargo, 'train', ...data, ...recipes[name], '--half', '--out', file]);
  writeFileSync(file.replace('.safetensors', '.json'), `${await told('evaluate', file)}\n`);
}

/** Puts the model's good places into assets/places.json, in the place of those before. */
async function findPlaces(file) {
  const list = join(root, 'assets', 'places.json');
  const found = JSON.parse(await told('places', file)).map(({ label, z, doubt }) => ({
    label,
    z: z.map((value) => Number(value.toFixed(2))),
    doubt: Number(doubt.toFixed(3)),
  }));
  const all = { ...JSON.parse(readFileSync(list, 'utf8')), [basename(file)]: found };
  const models = Object.entries(all).map(([model, places]) => {
    const lines = places.map((place) => `    ${JSON.stringify(place)}`);
    return `  ${JSON.stringify(model)}: [\n${lines.join(',\n')}\n  ]`;
  });
  writeFileSync(list, `{\n${models.join(',\n')}\n}\n`);
}

/** What `latent` prints of a model. */
async function told(command, file) {
  const figures = await outputOf('cargo', [...cargo, command, ...data, '--weights', file]);
  if (!figures)
    throw new SetupError(`Expected figures of ${file}, got none: run \`latent ${command}\` to see why.`);
  return figures;
}

main(async (args) => {
  await ensureData();
  const names = args.filter((name) => name !== '--places');
  for (const name of names.length > 0 ? names : Object.keys(recipes)) {
    if (!recipes[name])
      throw new SetupError(`Expected one of ${Object.keys(recipes).join(', ')}, got ${name}.`);
    const file = join(root, 'assets', `${name}.safetensors`);
    if (!args.includes('--places')) await pretrain(name, file);
    await findPlaces(file);
  }
});
