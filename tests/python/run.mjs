// Models of every kind as the crate makes them, what the page saves of each, and both held together in Python.

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../www/setup/paths.mjs';
import { main, outputOf, run, SetupError } from '../../www/setup/run.mjs';

const example = [
  '--locked',
  '--release',
  '-p',
  'latent-explorer',
  '--features',
  'cli',
  '--example',
  'figures',
];

/** The program that says what the crate makes of a model. */
async function buildFigures() {
  await run('cargo', ['build', ...example]);
  const metadata = await outputOf('cargo', ['metadata', '--format-version', '1', '--no-deps', '--locked']);
  if (!metadata) throw new SetupError('`cargo metadata` fails here: run it to see why.');
  return join(JSON.parse(metadata).target_directory, 'release/examples/figures');
}

/** The shipped models too: in float16, and with less in their configs. */
function copyShipped(folder) {
  const assets = join(root, 'assets');
  const shipped = JSON.parse(readFileSync(join(assets, 'models.json'), 'utf8'));
  return shipped.map(({ file }) => {
    const copy = join(folder, file);
    copyFileSync(join(assets, file), copy);
    return copy;
  });
}

const { PYTHON = 'python3' } = process.env;

main(async () => {
  const figures = await buildFigures();
  const models = mkdtempSync(join(tmpdir(), 'latent-models-'));
  try {
    await run(figures, ['make', models]);
    await run(figures, ['of', ...copyShipped(models)]);
    await run('node', ['tests/python/export.mjs', models]);
    const env = { FIGURES: figures, MODELS: models, PYTHONDONTWRITEBYTECODE: '1' };
    await run(PYTHON, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', 'tests/python'], { env });
  } finally {
    rmSync(models, { recursive: true, force: true });
  }
});
