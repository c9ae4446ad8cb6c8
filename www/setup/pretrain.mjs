// npm run pretrain [-- name ...]: trains, evaluates and lists the shipped models again, or those named, and finds the good
// places of MNIST's; with --places nothing but these.

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureData } from './data.mjs';
import { ensureDataSets } from './data-sets/index.mjs';
import { listModel } from './model-list.mjs';
import { installPackages } from './packages.mjs';
import { publicFolder, root } from './paths.mjs';
import { dataSetOf, finishes, recipes } from './recipes.mjs';
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
const own = 'mnist';
const folderOf = (set) => join(publicFolder, 'data', set === own ? '' : set);
const fileOf = (name) => join(root, 'assets', `${name}.safetensors`);
const dataOf = (name) => ['--data', folderOf(dataSetOf(name))];

async function pretrain(name) {
  const file = fileOf(name);
  const train = [...cargo, 'train', ...dataOf(name), '--half', '--out', file];
  await run('cargo', [...train, ...recipes[name]]);
  for (const finish of finishes[name] ?? []) await run('cargo', [...train, '--resume', file, ...finish]);
  writeFileSync(file.replace('.safetensors', '.json'), `${await told('evaluate', name)}\n`);
  listModel(name);
}

/** Puts the model's good places into assets/places.json, in the place of those before. */
async function findPlaces(name) {
  const list = join(root, 'assets', 'places.json');
  const found = JSON.parse(await told('places', name)).map(({ label, z, doubt }) => ({
    label,
    z: z.map((value) => Number(value.toFixed(2))),
    doubt: Number(doubt.toFixed(3)),
  }));
  const all = { ...JSON.parse(readFileSync(list, 'utf8')), [basename(fileOf(name))]: found };
  const models = Object.entries(all).map(([model, places]) => {
    const lines = places.map((place) => `    ${JSON.stringify(place)}`);
    return `  ${JSON.stringify(model)}: [\n${lines.join(',\n')}\n  ]`;
  });
  writeFileSync(list, `{\n${models.join(',\n')}\n}\n`);
}

/** What `latent` prints of a model. */
async function told(command, name) {
  const file = fileOf(name);
  const figures = await outputOf('cargo', [...cargo, command, ...dataOf(name), '--weights', file]);
  if (!figures)
    throw new SetupError(`Expected figures of ${file}, got none: run \`latent ${command}\` to see why.`);
  return figures;
}

main(async (args) => {
  await installPackages();
  await ensureData();
  await ensureDataSets();
  const names = args.filter((name) => name !== '--places');
  for (const name of names.length > 0 ? names : Object.keys(recipes)) {
    if (!recipes[name])
      throw new SetupError(`Expected one of ${Object.keys(recipes).join(', ')}, got ${name}.`);
    if (!args.includes('--places')) await pretrain(name);
    if (dataSetOf(name) === own) await findPlaces(name);
  }
});
