// What data is called: a model says what it takes, and the page knows which of its data sets that is.

import { signal } from '@preact/signals-core';
import { hasTexts, hasWords, isImage, isSameData, SITE_DATA, SITE_KEY } from '../engine/data/spec';
import type { DataSet, DataSpec } from '../engine/protocol';
import { text } from './text';
import { longestOf } from './written';

type Named = Pick<DataSet, 'key' | 'name' | 'data'>;

const SITE: Named = { key: SITE_KEY, name: 'MNIST', data: SITE_DATA };
const known = signal<readonly Named[]>([SITE]);

/** For the owner of the data sets. */
export function knowData(sets: readonly Named[]) {
  known.value = [...sets, SITE];
}

/** The site's own by its name in the language that is chosen, a person's as that person called it. */
export const setName = ({ key, name }: Pick<Named, 'key' | 'name'>): string =>
  text.value.data.sets[key]?.name ?? name;

/** Of data that the page does not know, as of a model from a file, its size; of several alike the one of this key is meant. */
export function nameOfData(data: DataSpec, key?: string): string {
  const isMeant = (known: Named) =>
    isSameData(known.data, data) || (known.key === key && isSameSize(known.data, data));
  const alike = known.value.filter(isMeant);
  const set = alike.find((known) => known.key === key) ?? alike[0];
  if (set) return setName(set);
  if (hasTexts(data)) return text.value.config.unknownLines(longestOf(data));
  if (hasWords(data)) return text.value.config.unknownTexts(data.width);
  if (!isImage(data)) return text.value.config.unknownItems(data.width);
  return text.value.config.unknownData(data.width, data.height, data.channels);
}

/** A set whose items' names have not come yet. */
const isSameSize = (one: DataSpec, other: DataSpec) =>
  !isImage(one) && !isImage(other) && one.width === other.width;
