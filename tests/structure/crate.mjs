// The crate's rooms and who may know whom: read from the `crate::` paths of each file.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = 'crate/src';
/** What every room may know. */
const COMMON = ['error', 'seed', 'device'];
/** What each room may know beside itself and those; `web` is known to none. */
const KNOWS = {
  settings: [],
  data: ['settings'],
  model: ['settings', 'data'],
  objective: ['settings', 'data', 'model'],
  latent: ['settings', 'data', 'model', 'objective'],
  training: ['settings', 'data', 'model', 'objective'],
  evaluation: ['settings', 'data', 'model', 'objective', 'latent'],
  uses: ['settings', 'data', 'model', 'objective', 'latent', 'evaluation'],
  web: ['settings', 'data', 'model', 'objective', 'latent', 'training', 'evaluation', 'uses'],
};

/** What is wrong, a sentence each. */
export function checkCrate() {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.rs') && !file.startsWith('bin/'));
  const rooms = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
  const unknown = [...rooms].filter((room) => !(room in KNOWS));
  return [
    ...unknown.map(
      (room) =>
        `${source}/${room}: a room that tests/structure/crate.mjs does not know: add what it may know.`,
    ),
    ...files.flatMap((file) => problemsOf(file, readFileSync(join(source, file), 'utf8'), rooms)),
  ];
}

/** `file` is relative to the crate's source. */
export function problemsOf(file, text, rooms) {
  const [room] = file.split('/');
  if (!(room in KNOWS)) return [];
  const allowed = [room, ...COMMON, ...KNOWS[room]];
  const named = [...text.matchAll(/\bcrate::(?:\{([^}]*)\}|([a-z_]+))/g)].flatMap(([, several, one]) =>
    one ? [one] : several.split(',').map((part) => part.trim().split('::')[0]),
  );
  return [...new Set(named)]
    .filter((other) => rooms.has(other) && !allowed.includes(other))
    .map((other) => `${source}/${file}: ${room} must not know ${other}.`);
}
