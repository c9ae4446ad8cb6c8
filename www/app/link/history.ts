// Back and forward within the page's own entries of the history.

import type { Page } from '../page';
import { readUrl } from '../url';
import { isOurs, takeEntry, VIEW } from './address';

export function followHistory(page: Page) {
  const go = async (ours: boolean) => {
    const here = new URL(location.href);
    const { readPlaces, returnTo } = await import('./read');
    if (ours) await returnTo(page, here, readUrl(here.search));
    else await readPlaces(page, here, undefined);
  };
  addEventListener('popstate', ({ state }) => {
    const ours = isOurs(state);
    // A link within the page leads to what the page shows already, or to a model's file.
    if (!ours) takeEntry();
    if (ours || location.hash.startsWith(VIEW)) go(ours).catch(page.report);
  });
}
