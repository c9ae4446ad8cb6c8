// From now on the site is kept in this browser, and newer versions of it are noticed.

import { isolate } from '../../app/isolation';
import type { Page } from '../../app/page';
import { WHOLE } from '../../app/plane/viewport';
import { onNewerVersion, register } from '../../app/service-worker';

export async function keepSite({ state, base }: Page, isUntouched: () => boolean) {
  const registration = await register(base);
  if (!registration) return;
  onNewerVersion(registration, () => {
    state.newerVersion.offered.value = true;
  });
  await isolate(() => isUntouched() && state.plane.window.peek() === WHOLE);
}
