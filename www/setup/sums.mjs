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
  const paths = ['wasm/cpu/latent_bg.wasm', ...parts.map((name) => `models/${name}`)];
  return Object.fromEntries(paths.map((path) => [path, sumOf(readFileSync(join(publicFolder, path)))]));
}

/** The scripts and styles that the page names by themselves: a browser refuses others in their places. */
const TAG = /<(?:script|link)\b[^>]*\s(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g;

/** Writes into each page of a built site what its scripts and styles hash to. */
export function sealPages(folder) {
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const page = readFileSync(join(folder, name), 'utf8');
    const sealed = page.replace(TAG, (tag, path) => {
      const sum = createHash('sha384')
        .update(readFileSync(join(folder, path)))
        .digest('base64');
      return `${tag} integrity="sha384-${sum}"`;
    });
    writeFileSync(join(folder, name), sealed);
  }
}
