// The page and its address, from the first image on: where a link leads is read, what is chosen is written, and back and
// forward work.

import type { Page } from '../page';
import { readUrl, type UrlSettings } from '../url';
import { isOurs, keepAddress, takeEntry, VIEW } from './address';
import { followPanels } from './open-panels';
import { readPlaces, returnTo } from './read';
import { sayUnused } from './unused';

export async function followAddress(page: Page, url: UrlSettings) {
  const here = new URL(location.href);
  const returned = isOurs(history.state);
  keepAddress(page.state, url);
  if (!returned) sayUnused(page, here.searchParams, url.misread).catch(page.report);
  followPanels(page.state);
  followHistory(page);
  if (url.place || here.hash.startsWith(VIEW)) await readPlaces(page, here, url, returned);
}

function followHistory(page: Page) {
  addEventListener('popstate', ({ state }) => {
    const ours = isOurs(state);
    // A link within the page leads to what the page shows already, or to a model's file.
    if (!ours) takeEntry();
    const here = new URL(location.href);
    if (ours) returnTo(page, here, readUrl(here.search)).catch(page.report);
    else if (here.hash.startsWith(VIEW)) readPlaces(page, here, {}).catch(page.report);
  });
}
