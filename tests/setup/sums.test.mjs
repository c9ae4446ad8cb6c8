import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sealPages, sumOf } from '../../www/setup/sums.mjs';
import { temporaryFolder } from './temporary.mjs';

it('tells size and SHA-256', () => {
  expect(sumOf(Buffer.from('abc'))).toEqual({
    bytes: 3,
    sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
});

it('seals a page’s scripts and styles and what scripts import later, and nothing else', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  const tags = [
    '<script type="module" crossorigin src="./assets/page.js"></script>',
    '<link rel="modulepreload" crossorigin href="./assets/page.js">',
    '<link rel="stylesheet" crossorigin href="./assets/page.css">',
    '<link rel="icon" href="./assets/icon.svg">',
    '<link rel="preload" href="./models/a.part" as="fetch" crossorigin>',
  ];
  for (const name of ['page.js', 'later.js', 'page.css']) writeFileSync(join(folder, 'assets', name), name);
  const policy = '<meta content="script-src &#39;sha256-early&#39;">';
  writeFileSync(join(folder, 'index.html'), [policy, ...tags].join('\n'));
  sealPages(folder, 'sha256-early');
  const sumOfText = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const sum = (text) => `integrity="${sumOfText(text)}"`;
  const [stated, map, ...sealed] = readFileSync(join(folder, 'index.html'), 'utf8').split('\n');
  const integrity = ['later.js', 'page.js'].map((name) => [`./assets/${name}`, sumOfText(name)]);
  const json = JSON.stringify({ integrity: Object.fromEntries(integrity) });
  expect(map).toBe(`<script type="importmap">${json}</script>`);
  expect(stated).toContain(`&#39;sha256-early&#39; &#39;${sumOfText(json)}&#39;`);
  expect(sealed.map((tag) => tag.match(/integrity="[^"]*"/)?.[0])).toEqual([
    sum('page.js'),
    sum('page.js'),
    sum('page.css'),
    undefined,
    undefined,
  ]);
});
