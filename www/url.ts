// What the address sets: ?backend=cpu|webgpu and ?seed=N.

import type { BackendChoice } from './protocol';

export interface UrlSettings {
  backend?: BackendChoice;
  seed?: string;
}

/** A seed is handed on as it came: the form says what is wrong with it. */
export function readUrl(search: string): UrlSettings {
  const query = new URLSearchParams(search);
  const settings: UrlSettings = {};
  const backend = query.get('backend')?.toLowerCase();
  if (backend === 'cpu' || backend === 'webgpu' || backend === 'automatic') settings.backend = backend;
  const seed = query.get('seed');
  if (seed !== null) settings.seed = seed;
  return settings;
}
