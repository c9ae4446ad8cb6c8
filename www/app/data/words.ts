// The data sets in words.

import type { DataSet } from '../../engine/protocol';
import { text } from '../../ui/text';
import type { ReadonlyState } from '../store';

/** The site's own by its name in the language that is chosen, a person's as that person called it. */
export const setName = ({ key, name }: Pick<DataSet, 'key' | 'name'>): string =>
  text.value.data.sets[key]?.name ?? name;

/** Of the one in use. */
export function usedName({ data: { used } }: ReadonlyState): string {
  return used.value ? setName(used.value) : '';
}
