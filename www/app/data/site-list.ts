// What the site lists of its other data sets: data/sets.json.

import type { DataSet } from '../../engine/protocol';

type Listed = Pick<DataSet, 'key' | 'data' | 'train' | 'test'>;

export const isSiteList = (it: unknown): it is readonly Listed[] => Array.isArray(it) && it.every(isListed);

function isListed(it: Partial<Listed>): it is Listed {
  const { key, data, train, test } = it;
  return typeof key === 'string' && Array.isArray(data?.classes) && [train, test].every(Number.isSafeInteger);
}
