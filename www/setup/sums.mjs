// SHA-256 of files: what set-up and the page check downloads by, and a page of the site its scripts.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicFolder } from './paths.mjs';
import { SetupError } from './run.mjs';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What a list says of a file. */
export const sumOf = (bytes) => ({ bytes: bytes.length, sha256: sha256(bytes) });

/** Throws unless the content hashes to what is expected; `advice` says what to do then. */
export function checkSum(content, expected, origin, advice) {
  const actual = sha256(content);
  if (actual === expected) return;
  throw new SetupError(
    `${origin} is refused: its SHA-256 should be ${expected}, but is ${actual}. The file is damaged or another one: ${advice}.`,
  );
}

/** Of the files that the page fetches before any list, by their paths. */
export function openingSums() {
  const parts = readdirSync(join(publicFolder, 'models')).filter((name) => name.endsWith('.part'));
  const opening = ['latent.js', 'latent_bg.wasm'].map((name) => `wasm/cpu/${name}`);
  const paths = [...opening, ...parts.map((name) => `models/${name}`)];
  return Object.fromEntries(paths.map((path) => [path, sumOf(readFileSync(join(publicFolder, path)))]));
}

/** As a browser checks a script or a style by it. */
export const integrityOf = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** The scripts and styles that the page names by themselves: a browser refuses others in their places. */
const TAG = /<(?:script|link)\b[^>]*\s(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g;
/** What a page loads first of its modules. */
const MODULE = /<(?:script type="module"|link rel="modulepreload")/;

/**
 * Writes into each page of a built site what its scripts and styles hash to: of those that it names beside their names, and of
 * those that scripts import as they are needed in a map, which has to stand before the first of them. Workers' stand in it too:
 * the page itself holds them to it.
 * `earlySum` is the other inline script's, as the page's policy has it.
 */
export function sealPages(folder, earlySum) {
  const sum = (path) => integrityOf(readFileSync(join(folder, path)));
  const scripts = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const integrity = Object.fromEntries(scripts.map((name) => [`./assets/${name}`, sum(`assets/${name}`)]));
  const map = JSON.stringify({ integrity });
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const page = readFileSync(join(folder, name), 'utf8');
    const sealed = page
      .replace(TAG, (tag, path) => `${tag} integrity="${sum(path)}"`)
      .replace(MODULE, (first) => `<script type="importmap">${map}</script>\n    ${first}`)
      // In the policy that the page states, beside the other script that stands in it.
      .replace(earlySum, `${earlySum}&#39; &#39;${integrityOf(map)}`);
    writeFileSync(join(folder, name), sealed);
  }
}
