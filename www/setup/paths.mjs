// Where things lie.

import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const setupFolder = join(root, 'www/setup');
export const stamps = join(setupFolder, '.stamps');
export const publicFolder = join(root, 'www/public');
export const dist = join(root, 'dist');
export const packagesFolder = join(root, 'dist-packages');

const userCache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');

/** Outlives the checkout: tools and data sets, which take long to get and never change. */
export const cache = resolve(process.env.LATENT_CACHE || join(userCache, 'latent-explorer'));
export const tools = join(cache, 'tools');
export const dataCache = join(cache, 'data');

const dataBeside = join(root, '../shared/data');

/** Where data sets lie that need not be fetched: DATA_DIR, or the folder beside the checkout. */
export const givenData = process.env.DATA_DIR
  ? resolve(process.env.DATA_DIR)
  : existsSync(dataBeside)
    ? dataBeside
    : undefined;
