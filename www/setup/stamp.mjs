// Stamps remember what a step was made from, so that it is not made again until that changes.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, stamps } from './paths.mjs';

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  const entries = readdirSync(full, { withFileTypes: true });
  return entries.flatMap((entry) => filesUnder(join(path, entry.name))).sort();
}

/** A hash over files and folders of the project, and over anything else that decides what a step makes. */
export function fingerprint(paths, ...others) {
  const hash = createHash('sha256').update(JSON.stringify(others));
  for (const file of paths.flatMap(filesUnder)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** Whether `output` is there, made from these `inputs`. */
export function isMade(name, { inputs, output }) {
  const stamp = join(stamps, name);
  return existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
}

/** Makes `output` by `make`, unless it is made already. Returns whether it had to. */
export async function once(name, made, make) {
  if (isMade(name, made)) return false;
  forget(name);
  await make();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), made.inputs);
  return true;
}

/** The next `once` of this name makes its output again. */
export function forget(name) {
  rmSync(join(stamps, name), { force: true });
}
