// The service worker comes when the first digit is there and the page has nothing else to do: it takes nothing from a first visit.

import { whenIdle } from '../../app/async/idle';
import { opened } from '../../app/model/opened';
import type { Page } from '../../app/page';
import { untouched } from '../../app/untouched';

export async function followVersions(page: Page) {
  const isUntouched = untouched();
  await opened(page.state);
  await new Promise<void>((resolve) => whenIdle(resolve));
  await (await import('./keep-site')).keepSite(page, isUntouched);
}
