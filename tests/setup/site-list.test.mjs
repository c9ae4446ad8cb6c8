import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { siteList } from '../../www/setup/site-list.mjs';
import { temporaryFolder } from './temporary.mjs';

it('lists what a page can ask for, the shell apart, and neither copies nor the worker itself', () => {
  const folder = temporaryFolder();
  const write = (path) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  };
  const shell = [
    ...[
      'app.webmanifest',
      'assets/page-1.css',
      'assets/page-1.js',
      'data/manifest.json',
      'data/sets.json',
      'index.html',
    ],
    ...[
      'models/mnist-2d.decoder.part',
      'models/models.json',
      'wasm/cpu/latent.js',
      'wasm/cpu/latent_bg.wasm',
    ],
  ];
  const used = [
    ...[
      'assets/icon-192-1.png',
      'data/fashion/manifest.json',
      'data/train-images-idx3-ubyte.gz',
      'models/mnist-10d.safetensors',
    ],
    ...['latent.js', 'latent_bg.wasm', 'scripts.json', 'snippets/pool/helpers.js'].map(
      (name) => `wasm/threads/${name}`,
    ),
  ];
  const neither = [
    ...[
      'index.html.br',
      'index.html.gz',
      'service-worker.js',
      'service-worker.js.br',
      'models/fashion-2d.json',
      'models/mnist-10d.json',
    ],
    ...[
      'wasm/cpu/latent.d.ts',
      'wasm/cpu/scripts.json',
      'wasm/cpu/settings.json',
      'wasm/cpu/latent_bg.wasm.gz',
      'models/places.json',
    ],
  ];
  for (const path of [...shell, ...used, ...neither]) write(path);
  const list = siteList(folder);
  const paths = (part) => list.filter((file) => file.part === part).map(({ path }) => path);
  expect(paths('shell')).toEqual(shell);
  expect(paths('used')).toEqual(used);
  expect(list.filter(({ packed }) => packed).map(({ path }) => path)).toEqual([used[2]]);
  expect(list.filter(({ hashed }) => hashed)).toHaveLength(3);
  const sum = createHash('sha256').update('index.html').digest('base64');
  expect(list.find(({ path }) => path === 'index.html')?.sum).toBe(`sha256-${sum}`);
});
