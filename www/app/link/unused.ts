// What an address names in vain: parameters of a choice that it does not make.

import { Failed, type Misread } from '../../engine/failure/failure';
import { given } from '../async/given';
import type { Page } from '../page';
import { SETTINGS } from '../settings/schema';

/** Says them once the crate has read the settings, beside what was passed over before. */
export async function sayUnused(
  { state, report }: Pick<Page, 'state' | 'report'>,
  query: URLSearchParams,
  misread: readonly Misread[],
) {
  const { hidden } = await given(state.settings.check);
  const unused = SETTINGS.flatMap(({ name, partOf: choice }) =>
    choice && query.has(name) && hidden.includes(name) ? [{ name, choice }] : [],
  );
  if (unused.length > 0) report(new Failed({ kind: 'address', misread: [...misread, ...unused] }));
}
