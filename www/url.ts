// What the address sets: ?backend=cpu|webgpu, ?threads=N and ?seed=N.

import type { BackendChoice } from './protocol';

export interface UrlSettings {
  backend?: BackendChoice;
  /** Threads for training on the CPU. */
  threads?: number;
  seed?: string;
}

const MOST_THREADS = 64;

/** A seed is handed on as it came: the form says what is wrong with it. */
export function readUrl(search: string): UrlSettings {
  const query = new URLSearchParams(search);
  const settings: UrlSettings = {};
  const backend = query.get('backend')?.toLowerCase();
  if (backend === 'cpu' || backend === 'webgpu' || backend === 'automatic') settings.backend = backend;
  const threads = query.get('threads');
  if (threads !== null && /^[1-9]\d?$/.test(threads))
    settings.threads = Math.min(Number(threads), MOST_THREADS);
  const seed = query.get('seed');
  if (seed !== null) settings.seed = seed;
  return settings;
}
