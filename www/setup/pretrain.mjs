// npm run pretrain: trains the model that the page opens on; assets/README.md has its figures.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureData } from './data.mjs';
import { publicFolder, root } from './paths.mjs';
import { main, run } from './run.mjs';

const latent = (command, args) => {
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
  return run('cargo', [...cargo, command, '--data', join(publicFolder, 'data'), ...args]);
};

/** Rounds of Adam, each from the one before with a smaller learning rate. */
const rounds = [
  { seed: 1, epochs: 60, learningRate: 1e-3 },
  { seed: 2, epochs: 25, learningRate: 3e-4 },
  { seed: 3, epochs: 15, learningRate: 1e-4 },
];

main(async () => {
  await ensureData();
  const folder = mkdtempSync(join(tmpdir(), 'latent-pretrain-'));
  const shipped = join(root, 'assets/mnist-2d.safetensors');
  let before = [];
  for (const [index, { seed, epochs, learningRate }] of rounds.entries()) {
    const last = index === rounds.length - 1;
    const out = last ? shipped : join(folder, `${index}.safetensors`);
    const options = [
      '--hidden',
      '256,128',
      '--seed',
      seed,
      '--epochs',
      epochs,
      '--learning-rate',
      learningRate,
    ];
    await latent('train', [...options.map(String), ...before, ...(last ? ['--half'] : []), '--out', out]);
    before = ['--resume', out];
  }
  rmSync(folder, { recursive: true });
  await latent('evaluate', ['--weights', shipped]);
});
