// What the page may load, and the script that it carries: the server sends the policy, the built page states it.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/** What runs before the first paint, inlined. */
export const earlyScript = ['stuck.js', 'early.js', 'kept.js'].map(read).join('');
const earlyHash = createHash('sha256').update(earlyScript).digest('base64');

export const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'wasm-unsafe-eval' 'sha256-${earlyHash}'`,
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
