import type { Listed } from './download';

/** What the JSON says; nothing where it is none, as a page that a server sends in a file's place. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Whether a list says of a file what it is checked by. */
export function isListed(it: unknown): it is Listed {
  const { bytes, sha256 } = (it ?? {}) as Partial<Listed>;
  return Number.isSafeInteger(bytes) && /^[0-9a-f]{64}$/.test(String(sha256));
}
