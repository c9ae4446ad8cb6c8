// What the service worker keeps of a built site: every file with its sum.

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { integrityOf } from './sums.mjs';

/**
 * @typedef {object} SiteFile
 * @property {string} path below the site
 * @property {string} sum as a browser checks it
 * @property {'shell' | 'used'} part the shell is kept at once, the rest when it is used
 * @property {boolean} hashed whether its name changes with what is in it
 * @property {boolean} packed whether a host may unpack it on the way: then it has another sum
 */

/** What the page opens with, and its parts that come later. */
const SHELL =
  /^(assets\/.+(?<!\.png)$|[^/]+$|wasm\/cpu\/latent(\.js|_bg\.wasm)$|models\/(.+\.part|models\.json)$|data\/(manifest|sets)\.json$)/;
/** Copies for the server, types for the build, and the worker itself. */
const NOT_FETCHED =
  /\.(br|d\.ts)$|^wasm\/(cpu\/.*|.*(?<!\/scripts))\.json$|^models\/(?!models\.json$).*\.json$|^service-worker\.js/;

/** @returns {SiteFile[]} */
export function siteList(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(join(folder, sep).length).replaceAll(sep, '/'),
    );
  const all = new Set(files);
  const isCopy = (path) => path.endsWith('.gz') && all.has(path.slice(0, -3));
  return files
    .filter((path) => !NOT_FETCHED.test(path) && !isCopy(path))
    .sort()
    .map((path) => ({
      path,
      sum: integrityOf(readFileSync(join(folder, path))),
      part: SHELL.test(path) ? 'shell' : 'used',
      hashed: path.startsWith('assets/'),
      packed: path.endsWith('.gz'),
    }));
}
