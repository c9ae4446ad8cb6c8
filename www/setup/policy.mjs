// What the page may load, and the scripts that it carries: the built page states the policy, the server sends it with all else.

import { readFileSync } from 'node:fs';
import { integrityOf } from './sums.mjs';

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** What runs before the first paint, inlined. */
export const earlyScript = ['stuck.js', 'early.js', 'kept.js'].map(read).join('');
export const earlySum = integrityOf(earlyScript);

export const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' '${earlySum}'`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
