// What the site lists of its other data sets: data/sets.json.

import { Failed } from '../../engine/failure/failure';
import { readJson } from '../../engine/json';
import type { DataSet } from '../../engine/protocol';

type Listed = Pick<DataSet, 'key' | 'data' | 'train' | 'test'>;

const PATH = 'data/sets.json';

/** @throws {Failed} for what is no such list. */
export async function otherSets(load: (path: string) => Promise<Uint8Array>): Promise<DataSet[]> {
  const listed = readJson(await load(PATH));
  if (!isSiteList(listed)) throw new Failed({ kind: 'notAsExpected', path: PATH, what: 'sets' });
  return listed.map(({ key, data, train, test }) => {
    return { key, name: key, data, train, test, source: { at: 'site', folder: `data/${key}/` } };
  });
}

const isSiteList = (it: unknown): it is readonly Listed[] => Array.isArray(it) && it.every(isListed);

function isListed(it: unknown): it is Listed {
  const { key, data, train, test } = (it ?? {}) as Partial<Listed>;
  return typeof key === 'string' && Array.isArray(data?.classes) && [train, test].every(Number.isSafeInteger);
}
