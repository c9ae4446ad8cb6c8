// What a data set is made from, fetched once: each file of a pinned version, checked by its SHA-256.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataCache } from '../paths.mjs';
import { SetupError } from '../run.mjs';
import { checkSum } from '../sums.mjs';

const timeout = 120_000;

async function fetched(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeout) });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new SetupError(`${new URL(url).host} cannot be reached (${error.cause?.code ?? error.message})`);
  }
}

/** The path of the file that lies at `url`, from the cache where it is there; refused unless it is the one with `sum`. */
export async function pinned({ url, sum }, folder = dataCache) {
  const file = join(folder, decodeURIComponent(url.slice(url.lastIndexOf('/') + 1)));
  if (existsSync(file)) {
    checkSum(readFileSync(file), sum, file, 'delete it, then run this again');
    return file;
  }
  const bytes = await fetched(url);
  checkSum(bytes, sum, url, 'look whether that version was changed there');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, bytes);
  return file;
}
