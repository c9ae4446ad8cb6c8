// The static site in dist/: the page by Vite, and beside it wasm, models and data.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressFolder } from './compress.mjs';
import { ensureData } from './data.mjs';
import { ensureDataSets } from './data-sets/index.mjs';
import { splitModel } from './opening-model.mjs';
import { installPackages } from './packages.mjs';
import { dist, publicFolder, root } from './paths.mjs';
import { earlySum } from './policy.mjs';
import { run } from './run.mjs';
import { buildServiceWorker } from './service-worker.mjs';
import { fingerprint, once } from './stamp.mjs';
import { step } from './step.mjs';
import { sealPages, sumOf } from './sums.mjs';
import { buildWasm } from './wasm.mjs';

const pageSources = [
  ...['index.html', 'vite.config.ts', 'package-lock.json'],
  // What the page is built with of these, and their sums.
  ...[
    'www/public/wasm/cpu/settings.json',
    'www/public/wasm/cpu/latent.js',
    'www/public/wasm/cpu/latent_bg.wasm',
    'assets',
  ],
  ...[
    'headers.mjs',
    'policy.mjs',
    'markup.ts',
    'static-text.ts',
    'article.ts',
    'early-script.ts',
    'installable.ts',
    'prerender.ts',
    'stylesheet-first.ts',
    'uplot-locale.ts',
    'opening-model.mjs',
    'sums.mjs',
  ].map((name) => `www/setup/${name}`),
];

function pageInputs() {
  const others = ['public', 'setup', 'packages'];
  const folders = readdirSync(join(root, 'www')).filter((name) => !others.includes(name));
  return fingerprint([...pageSources, ...folders.map((name) => `www/${name}`)]);
}

/** The shipped models, from assets/ to where the page finds them. */
export function publishModels() {
  const folder = join(publicFolder, 'models');
  const inputs = fingerprint(['assets', 'www/setup/opening-model.mjs', 'www/setup/sums.mjs']);
  return once('models', { inputs, output: folder }, async () => {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(join(root, 'assets'))) {
      if (/\.(safetensors|json)$/.test(name)) cpSync(join(root, 'assets', name), join(folder, name));
    }
    const list = join(folder, 'models.json');
    const models = JSON.parse(readFileSync(list, 'utf8'));
    const listed = models.map((model) => ({ ...model, ...sumOf(readFileSync(join(folder, model.file))) }));
    writeFileSync(list, `${JSON.stringify(listed, null, 2)}\n`);
    splitModel(join(folder, models[0].file));
    await compressFolder(folder);
  });
}

/** Puts what was generated into dist/, in place of what was there; unchanged times keep the ETags. */
export async function publish(parts = readdirSync(publicFolder)) {
  for (const part of parts) {
    rmSync(join(dist, part), { recursive: true, force: true });
    cpSync(join(publicFolder, part), join(dist, part), { recursive: true, preserveTimestamps: true });
  }
  await buildServiceWorker();
}

export async function buildSite() {
  await publishModels();
  await once('page', { inputs: pageInputs(), output: join(dist, 'index.html') }, () =>
    step('Build the page', '5 s', async () => {
      await run('vite', ['build', '--logLevel', 'warn']);
      sealPages(dist, earlySum);
      await compressFolder(dist);
    }),
  );
  await publish();
}

/** Everything that a static host serves, from a bare checkout. */
export async function buildWholeSite() {
  await installPackages();
  await ensureData();
  await ensureDataSets();
  await buildWasm('cpu');
  await buildWasm('threads');
  await buildWasm('fused');
  await buildWasm('webgpu');
  await buildWasm('import');
  await buildWasm('uses');
  await buildSite();
}
